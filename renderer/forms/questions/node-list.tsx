import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormNode, Group, Repeat } from '../form';
import { useFill } from './fill-context';
import './question.css';
import { QuestionRow } from './question-row';

/** The questions of a form in their groups and repeats. */
export function NodeList({ nodes }: { readonly nodes: readonly FormNode[] }) {
  return (
    <ol className="form-nodes">
      {nodes.map((node) => (
        <li key={node.key}>
          {node.kind === 'question' && <QuestionRow question={node} />}
          {node.kind === 'group' && <GroupPart group={node} />}
          {node.kind === 'repeat' && <RepeatPart repeat={node} />}
        </li>
      ))}
    </ol>
  );
}

/** A group folds away under its label; what is to stand on one screen (field-list) stays open, and so does one without a name. */
function GroupPart({ group }: { readonly group: Group }) {
  const title = useId();
  if (group.label === '') return <NodeList nodes={group.children} />;
  if (group.appearances.includes('field-list')) {
    return (
      <section className="form-group" aria-labelledby={title}>
        <h3 id={title} className="form-group-title">
          {group.label}
        </h3>
        <NodeList nodes={group.children} />
      </section>
    );
  }
  return (
    <details className="form-group" open>
      <summary className="form-group-title">{group.label}</summary>
      <NodeList nodes={group.children} />
    </details>
  );
}

function RepeatPart({ repeat }: { readonly repeat: Repeat }) {
  const { t } = useTranslation();
  const fill = useFill();
  const label = repeat.label || t('form.entry');
  return (
    <section className="form-group" aria-label={label}>
      {repeat.instances.map((instance, index) => (
        <section key={instance.key} className="form-instance" aria-label={`${label} ${index + 1}`}>
          <div className="form-instance-head">
            <h3 className="form-group-title">
              {label} {index + 1}
            </h3>
            {repeat.free && (
              <Popconfirm
                title={t('form.removeAsk', { label, n: index + 1 })}
                okText={t('form.remove')}
                cancelText={t('form.keep')}
                onConfirm={() => fill.removeInstance(repeat, index)}
              >
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('form.removeEntry', { label, n: index + 1 })}
                />
              </Popconfirm>
            )}
          </div>
          <NodeList nodes={instance.children} />
        </section>
      ))}
      {repeat.free && (
        <Button icon={<PlusOutlined />} onClick={() => fill.addInstance(repeat)}>
          {t('form.addEntry', { label })}
        </Button>
      )}
    </section>
  );
}
