import { AudioOutlined, PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import { useObservable } from '../../data/observable';
import { useRecorder } from '../../data/recordings/recorder-context';
import { useProblemText } from '../../locales/use-problem-text';
import { writtenSeconds } from '../../ui/written-seconds';
import './memo.css';
import { PinLine } from './pin-line';

/** Records a voice memo for this stop; what is typed below meanwhile is pinned to its time. */
export function MemoRecorder({ stop }: { readonly stop: Stop }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const recorder = useRecorder();
  const { stage, recording, problem } = useObservable(recorder.state);
  const isOn = stage === 'recording' || stage === 'paused';
  const isHere = recording?.stop === stop.id;
  const fault = problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />;
  if (stage === 'off' || stage === 'starting') {
    return (
      <>
        <Button
          icon={<AudioOutlined />}
          loading={stage === 'starting'}
          onClick={() => void recorder.begin(stop.tour, stop.id)}
        >
          {t('memo.record')}
        </Button>
        {fault}
      </>
    );
  }
  return (
    <section className="panel memo memo-live" aria-label={t('memo.recording')}>
      {fault}
      <div className="memo-bar">
        <span className={`memo-dot${stage === 'recording' ? ' memo-dot-on' : ''}`} aria-hidden="true" />
        <strong>
          {t(stage === 'paused' ? 'memo.paused' : isHere ? 'memo.recording' : 'memo.elsewhere')}
        </strong>
        <Elapsed />
        <Level />
        {stage === 'paused' ? (
          <Button icon={<PlayCircleOutlined />} onClick={() => recorder.resume()}>
            {t('memo.resume')}
          </Button>
        ) : (
          <Button icon={<PauseOutlined />} disabled={!isOn} onClick={() => recorder.pause()}>
            {t('memo.pause')}
          </Button>
        )}
        <Button type="primary" loading={stage === 'keeping'} onClick={() => void recorder.finish()}>
          {t(stage === 'failed' ? 'memo.again' : 'memo.finish')}
        </Button>
      </div>
      {isOn && isHere && recording && (
        <PinLine recording={recording.id} stop={stop} second={() => recorder.seconds()} autoFocus />
      )}
    </section>
  );
}

function Elapsed() {
  const recorder = useRecorder();
  const [seconds, setSeconds] = useState(() => recorder.seconds());
  useEffect(() => {
    const timer = setInterval(() => setSeconds(recorder.seconds()), 250);
    return () => clearInterval(timer);
  }, [recorder]);
  return <span className="figures memo-time">{writtenSeconds(seconds)}</span>;
}

function Level() {
  const { t } = useTranslation();
  const level = useObservable(useRecorder().level);
  return <meter className="memo-level" min={0} max={1} value={level} aria-label={t('memo.level')} />;
}
