import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gap } from '../../../shared/tours/evening-gaps';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';

interface SaveListProps {
  readonly title: string;
  readonly teams: readonly { readonly team: { readonly name: string }; readonly gaps: readonly Gap[] }[];
}

/** The list as plain text, to be printed or sent to the leaders of the teams. */
export function SaveList({ title, teams }: SaveListProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [said, setSaid] = useState('');

  async function save() {
    const lines = teams.flatMap(({ team, gaps }) => [
      '',
      team.name,
      ...(gaps.length === 0 ? [`  ${t('evening.nothingLacks')}`] : []),
      ...gaps.flatMap(({ kind, n, places }) => [
        `  ${t(`evening.gaps.${kind}`, { n })}`,
        ...places.map((place) => `    ${place.title}${place.n > 1 ? ` × ${place.n}` : ''}`),
      ]),
    ]);
    // With a mark of its encoding: editors of old Windows take a text without one for GBK.
    const bytes = new TextEncoder().encode(`\uFEFF${[title, ...lines].join('\r\n')}\r\n`);
    const chosen = await callBridge('copies.choose', {
      name: t('evening.fileName', { title: title.slice(0, 60) }),
      many: false,
    });
    if (!chosen.ok) return setSaid(describe(chosen.problem));
    const { place } = chosen.value;
    if (place === '') return;
    const name = t('evening.fileName', { title: title.slice(0, 60) });
    const written = await callBridge('copies.write', { place, name, bytes, last: true });
    setSaid(written.ok ? t('evening.saved', { name: written.value.name }) : describe(written.problem));
  }

  return (
    <>
      {said !== '' && <output className="evening-said">{said}</output>}
      <Button icon={<DownloadOutlined />} onClick={() => void save()}>
        {t('evening.save')}
      </Button>
    </>
  );
}
