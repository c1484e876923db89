interface AccountNameProps {
  readonly name: string;
  readonly login: string;
}

/** A name is not enough: two people may share it, and of logins there is one each. */
export function AccountName({ name, login }: AccountNameProps) {
  return (
    <span className="admin-name">
      {name}
      <span className="soft"> {login}</span>
    </span>
  );
}
