/** What every list of the register is given besides its records. */
export interface ListProps {
  readonly query: string;
  readonly onEdit: (id: string) => void;
  readonly onAdd: () => void;
}
