import { CheckOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerSinceChanged } from '../../../shared/checklists/answer-since-changed';
import type { AnswerSheet } from '../../../shared/records/answer-sheet';
import type { Attachment } from '../../../shared/records/attachment';
import type { Issue } from '../../../shared/records/issue';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useLanguage } from '../../locales/use-problem-text';
import { IssueFields } from './issue-fields';
import { PhotoPicker } from '../attachments/photo-picker';
import { EvidencePhotos } from '../attachments/evidence-photos';
import { RecordHead } from './record-head';
import { TextField } from '../fields/text-field';
import type { AddPhotos } from '../attachments/use-add-photos';

interface IssueCardProps {
  readonly issue: Issue;
  readonly evidence: readonly Attachment[];
  readonly view: TourView;
  /** The answer sheet that it was made of. */
  readonly sheet: AnswerSheet | undefined;
  /** Null where no pictures are taken. */
  readonly photos: AddPhotos | null;
}

/** What is wrong here, with its evidence. 现场办结 asks for words or a picture. */
export function IssueCard({ issue, view, evidence, sheet, photos }: IssueCardProps) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const fields = { open, toggle: () => setOpen(!open) };
  const details = [issue.category, issue.responsible, issue.measure, issue.due].filter(Boolean);
  const checklist = view.checklists.find(({ id }) => id === sheet?.checklist);
  const answer = answerSinceChanged(issue, sheet, checklist);
  const unproven = issue.solvedOnSite && issue.solvedHow.trim() === '' && evidence.length === 0;
  return (
    <article className="panel record record-issue">
      <RecordHead
        kind="issue"
        record={issue}
        text={issue.text}
        files={evidence.map(({ sha256 }) => sha256)}
        fields={fields}
      >
        <span className={`severity severity-${issue.severity}`}>{t(`stop.${issue.severity}`)}</span>
        {issue.solvedOnSite && (
          <span className="severity severity-solved">
            <CheckOutlined /> {t('stop.solvedOnSite')}
          </span>
        )}
      </RecordHead>
      <TextField
        long
        bare
        unborn={null}
        label={t('stop.issueText')}
        target={{ kind: 'issue', id: issue.id, tour: issue.tour, field: 'text' }}
        stored={issue.text}
      />
      {!open && details.length > 0 && <p className="record-details soft">{details.join(' · ')}</p>}
      {unproven && <Alert type="warning" showIcon title={t('stop.solvedMissing')} />}
      <EvidencePhotos photos={evidence} />
      <div className="record-acts">
        {photos && <PhotoPicker photos={photos} about={issue.id} plain />}
        {issue.sheet !== '' && (
          <Link
            className="record-item"
            to={`/tours/${issue.tour}/stops/${issue.stop}?item=${encodeURIComponent(`${issue.sheet}:${issue.item}`)}`}
          >
            {t('form.fromItem')}
          </Link>
        )}
        {answer && (
          <span className="record-answer">
            {t('form.answerNow', { answer: answer[language] || t('sync.emptyValue') })}
          </span>
        )}
      </div>
      {open && (
        <IssueFields
          view={view}
          issue={issue}
          unborn={null}
          set={(values) => void store.save([{ kind: 'issue', id: issue.id, tour: issue.tour, values }])}
        />
      )}
    </article>
  );
}
