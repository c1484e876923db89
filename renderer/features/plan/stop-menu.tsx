import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { removeStop, resumeStop, skipStop } from '../../../shared/tours/route-edits';
import { routeTeams } from '../../../shared/tours/route-teams';
import { wasVisited } from '../../../shared/records/was-visited';
import { useMayWrite } from '../../data/use-may-write';
import type { StopRowProps } from './stop-row';

/** What may be done with a stop besides carrying it. */
export function StopMenu({
  stop,
  place,
  title,
  view,
  changing,
  onPlace,
  onTeam,
}: StopRowProps & { readonly title: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const mayWrite = useMayWrite();
  const isOpen = !wasVisited(stop) && stop.status !== 'skipped';
  const teams = routeTeams(view, t('plan.noTeam')).filter((team) => team.id !== stop.team);
  const open = {
    key: 'open',
    label: t('plan.goToStop'),
    onClick: () => void navigate(`/tours/${stop.tour}/stops/${stop.id}`),
  };
  const items: MenuProps['items'] = [
    open,
    { key: 'up', label: t('plan.up'), onClick: () => onPlace(stop, place - 1) },
    { key: 'down', label: t('plan.down'), onClick: () => onPlace(stop, place + 1) },
    ...(isOpen
      ? [
          {
            key: 'skip',
            label: t('plan.skip'),
            onClick: () =>
              changing.ask(t('plan.skipTitle', { title }), ({ reason }) =>
                skipStop(view.stops, stop.id, reason),
              ),
          },
          { key: 'swap', label: t('plan.swap'), onClick: () => setSearch({ tab: 'route', swap: stop.id }) },
        ]
      : []),
    ...(stop.status === 'skipped'
      ? [
          {
            key: 'resume',
            label: t('stop.resume'),
            onClick: () => void changing.apply(resumeStop(view.stops, stop)),
          },
        ]
      : []),
    ...teams.map((team) => ({
      key: `team ${team.id}`,
      label: t('plan.toTeam', { team: team.name }),
      onClick: () => onTeam(stop, team.id),
    })),
    ...(changing.begun
      ? []
      : [
          {
            key: 'remove',
            danger: true,
            label: t('plan.remove'),
            onClick: () => void changing.apply(removeStop(view.stops, stop.id)),
          },
        ]),
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items: mayWrite ? items : [open] }}>
      <Button type="text" icon={<MoreOutlined />} aria-label={t('plan.more', { title })} />
    </Dropdown>
  );
}
