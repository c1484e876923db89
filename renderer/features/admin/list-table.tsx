import { Table, type TableProps } from 'antd';

/** More than anybody reads in one go; hundreds of accounts are a usual office. */
const pageSize = 50;

interface ListTableProps<T> extends Pick<TableProps<T>, 'columns' | 'scroll' | 'rowClassName'> {
  readonly rows: readonly T[];
  readonly rowKey: string;
  /** What stands there where no row is. */
  readonly empty: string;
}

/** A list of administration, as far as one page goes without being turned. */
export function ListTable<T extends object>({ rows, empty, ...table }: ListTableProps<T>) {
  return (
    <Table<T>
      {...table}
      className="panel"
      size="small"
      pagination={rows.length > pageSize ? { pageSize, showSizeChanger: false } : false}
      locale={{ emptyText: empty }}
      dataSource={[...rows]}
    />
  );
}
