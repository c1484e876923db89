import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';

interface NameAdderProps {
  readonly label: string;
  readonly button: string;
  /** Why a name cannot be taken; empty where it can. */
  readonly wrong: (name: string) => string;
  readonly onAdd: (name: string) => void;
}

/** A name and a button: a column or a language more. Enter adds it as well. */
export function NameAdder({ label, button, wrong, onAdd }: NameAdderProps) {
  const id = useId();
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');

  function add() {
    const wanted = name.trim();
    if (wanted === '') return;
    const why = wrong(wanted);
    setFault(why);
    if (why !== '') return;
    onAdd(wanted);
    setName('');
  }

  return (
    <div className="field">
      <div className="editor-adder">
        <Input
          aria-label={label}
          aria-describedby={`${id}-more`}
          placeholder={label}
          value={name}
          maxLength={60}
          status={fault === '' ? '' : 'error'}
          onChange={(event) => {
            setName(event.target.value);
            setFault('');
          }}
          onPressEnter={(event) => !event.nativeEvent.isComposing && add()}
        />
        <Button icon={<PlusOutlined />} onClick={add}>
          {button}
        </Button>
      </div>
      <p id={`${id}-more`} className="editor-fault" aria-live="polite">
        {fault}
      </p>
    </div>
  );
}
