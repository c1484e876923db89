import { useEffect, useState } from 'react';

/** Two windows of a small laptop: what the next press of a key or turn of the wheel may show is drawn by then. */
const margin = '1500px';

/** Whether an element is in view or has come near it once; what is drawn then stays, with the cursor and what is typed in it. */
export function useNear(fromStart: boolean): readonly [boolean, (element: HTMLElement | null) => void] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [near, setNear] = useState(fromStart);
  useEffect(() => {
    if (near || !element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: margin, scrollMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near, element]);
  return [near, setElement];
}
