import { Table, type TableColumnsType } from 'antd';
import type { ComponentType, HTMLAttributes, ReactNode } from 'react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';

interface RegisterTableProps<R> {
  readonly records: readonly R[];
  readonly columns: TableColumnsType<R>;
  readonly empty: ReactNode;
  /** What a row is drawn with where it can be dragged. */
  readonly row?: ComponentType<HTMLAttributes<HTMLElement>>;
}

/** A long list of which only what is in view is drawn; it takes the height that the window leaves. */
export function RegisterRows<R extends { readonly id: string }>({
  records,
  columns,
  empty,
  row,
}: RegisterTableProps<R>) {
  const place = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(400);
  // The table is drawn after the page around it, and in slices: its first rows cost as much as all the rest.
  const isDrawn = useDeferredValue(true, false);
  useEffect(() => {
    const measure = () =>
      setHeight(Math.max(240, innerHeight - (place.current?.getBoundingClientRect().top ?? 200) - 96));
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  if (records.length === 0) return <div ref={place}>{empty}</div>;
  return (
    <div ref={place}>
      {isDrawn && (
        <Table
          size="small"
          pagination={false}
          virtual
          scroll={{ y: height, x: 960 }}
          rowKey="id"
          dataSource={[...records]}
          columns={columns}
          components={row ? { body: { row } } : undefined}
        />
      )}
    </div>
  );
}
