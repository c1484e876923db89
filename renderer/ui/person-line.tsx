interface PersonLineProps {
  readonly name: string;
  readonly about: string;
}

/** A person in a list to choose from: the name, and what tells two of one name apart. */
export function PersonLine({ name, about }: PersonLineProps) {
  return (
    <span className="person-line">
      <strong>{name}</strong> <span className="soft cut">{about}</span>
    </span>
  );
}
