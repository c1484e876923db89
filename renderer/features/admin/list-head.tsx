import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';

interface ListHeadProps {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly children?: ReactNode;
}

/** What is looked for in a list, and what can be done besides. */
export function ListHead({ label, query, onQuery, children }: ListHeadProps) {
  return (
    <div className="admin-head">
      <Input
        prefix={<SearchOutlined />}
        className="admin-search"
        allowClear
        value={query}
        aria-label={label}
        placeholder={label}
        onChange={(event) => onQuery(event.target.value)}
      />
      {children}
    </div>
  );
}
