import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { tourPages } from './tour-pages';

/** The pages of a tour. Where the bar has no room for all of them, a menu beside it has. */
export function PageLinks({ tour }: { readonly tour: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  const [cut, setCut] = useState(false);
  const base = `/tours/${tour}`;
  const pages = tourPages(tour, t);
  // A stop is none of the pages: the bar shows its beginning.
  const here = pages.findLast(([to]) => pathname.startsWith(to))?.[0] ?? base;

  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    // Not from under the cursor of whoever walks along the bar.
    if (!cut || bar.current?.contains(document.activeElement)) return;
    bar.current?.querySelector(`a[href="#${here}"]`)?.scrollIntoView({ block: 'nearest' });
  });

  return (
    <>
      <nav className="frame-pages" aria-label={t('frame.navigation')} ref={bar}>
        {pages.map(([to, label]) => (
          <NavLink key={to} to={to} end={to === base}>
            {label}
          </NavLink>
        ))}
      </nav>
      {cut && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: pages.map(([key, label]) => ({ key, label })),
            selectedKeys: [pathname],
            onClick: ({ key }) => void navigate(key),
          }}
        >
          <Button type="text" icon={<EllipsisOutlined />} aria-label={t('frame.allPages')} />
        </Dropdown>
      )}
    </>
  );
}
