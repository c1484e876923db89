import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { type CSSProperties, memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormNode, Group, Question, Repeat } from '../form';
import { questionsOf } from '../questions-of';
import { useFill, useMarks } from './fill-context';
import './question.css';
import { QuestionRow } from './question-row';
import { useNear } from './use-near';

/** A form of so many questions is drawn at once; of a longer one what comes near the view. */
const drawnAtOnce = 60;

/** The questions of a form in their groups and repeats. */
export function NodeList({ nodes }: { readonly nodes: readonly FormNode[] }) {
  return <Nodes nodes={nodes} atOnce={questionsOf(nodes).length <= drawnAtOnce} />;
}

interface NodesProps {
  readonly nodes: readonly FormNode[];
  readonly atOnce: boolean;
}

function Nodes({ nodes, atOnce }: NodesProps) {
  const { failed, issues } = useMarks();
  return (
    <ol className="form-nodes">
      {nodes.map((node) => (
        <li key={node.key}>
          {node.kind === 'question' && (
            <NearRow
              question={node}
              failed={failed.has(node.path)}
              issue={issues.get(node.path)}
              atOnce={atOnce}
            />
          )}
          {node.kind === 'group' && <GroupPart group={node} atOnce={atOnce} />}
          {node.kind === 'repeat' && <RepeatPart repeat={node} atOnce={atOnce} />}
        </li>
      ))}
    </ol>
  );
}

interface NearRowProps {
  readonly question: Question;
  readonly failed: boolean;
  readonly issue: string | undefined;
  readonly atOnce: boolean;
}

/** A question, or its words alone while it is far from the view. */
function NearRow({ question, failed, issue, atOnce }: NearRowProps) {
  const [near, watch] = useNear(atOnce);
  if (near) return <QuestionRow question={question} failed={failed} issue={issue} />;
  return (
    <fieldset ref={watch} className="bare question question-later" data-path={question.path} data-later="">
      <legend className="question-label">{question.label || question.path}</legend>
    </fieldset>
  );
}

/** A question and the gap below it, while it is not drawn. */
const rowHeight = 104;

/** In a long form the browser leaves parts out of its layout while they are far: it would measure all of them with every key. */
function farStyle(group: Group, atOnce: boolean): CSSProperties | undefined {
  if (atOnce) return undefined;
  const height = questionsOf(group.children).length * rowHeight;
  return {
    contentVisibility: 'auto',
    containIntrinsicBlockSize: `auto ${height}px`,
    overflowClipMargin: '8px',
  };
}

interface GroupProps {
  readonly group: Group;
  readonly atOnce: boolean;
}

const GroupPart = memo(GroupSection);

/** A group folds away under its label; what is to stand on one screen (field-list) stays open, and so does one without a name. */
function GroupSection({ group, atOnce }: GroupProps) {
  const title = useId();
  if (group.label === '') return <Nodes nodes={group.children} atOnce={atOnce} />;
  if (group.appearances.includes('field-list')) {
    return (
      <section className="form-group" aria-labelledby={title} style={farStyle(group, atOnce)}>
        <h3 id={title} className="form-group-title">
          {group.label}
        </h3>
        <Nodes nodes={group.children} atOnce={atOnce} />
      </section>
    );
  }
  return (
    <details className="form-group" open style={farStyle(group, atOnce)}>
      <summary className="form-group-title">{group.label}</summary>
      <Nodes nodes={group.children} atOnce={atOnce} />
    </details>
  );
}

interface RepeatProps {
  readonly repeat: Repeat;
  readonly atOnce: boolean;
}

const RepeatPart = memo(RepeatSection);

function RepeatSection({ repeat, atOnce }: RepeatProps) {
  const { t } = useTranslation();
  const fill = useFill();
  const label = repeat.label || t('form.entry');
  return (
    <section className="form-group" aria-label={label}>
      {repeat.instances.map((instance, index) => (
        <Entry
          key={instance.key}
          repeat={repeat.key}
          free={repeat.free}
          label={label}
          place={index + 1}
          entry={instance}
          atOnce={atOnce}
        />
      ))}
      {repeat.free && (
        <Button icon={<PlusOutlined />} onClick={() => fill.addInstance(repeat)}>
          {t('form.addEntry', { label })}
        </Button>
      )}
    </section>
  );
}

interface EntryProps {
  /** The key of its repeat. */
  readonly repeat: string;
  readonly free: boolean;
  readonly label: string;
  readonly place: number;
  readonly entry: Group;
  readonly atOnce: boolean;
}

const Entry = memo(EntrySection);

function EntrySection({ repeat, free, label, place, entry, atOnce }: EntryProps) {
  const { t } = useTranslation();
  const fill = useFill();
  const [near, watch] = useNear(atOnce);
  return (
    <section
      ref={watch}
      className="form-instance"
      aria-label={`${label} ${place}`}
      style={farStyle(entry, atOnce)}
    >
      <div className="form-instance-head">
        <h3 className="form-group-title">
          {label} {place}
        </h3>
        {free && near && (
          <Popconfirm
            title={t('form.removeAsk', { label, n: place })}
            okText={t('form.remove')}
            cancelText={t('form.keep')}
            onConfirm={() => fill.removeInstance(repeat, place - 1, entry)}
          >
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('form.removeEntry', { label, n: place })}
            />
          </Popconfirm>
        )}
      </div>
      <Nodes nodes={entry.children} atOnce={atOnce} />
    </section>
  );
}
