import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useStore } from '../data/store-context';
import { useTours } from '../data/use-tours';
import { tourOfToday } from './tour-of-today';

/** Opens a window that was just started, and so has no address yet, on the tour of today; never again after that. */
export function useTourOfToday(): void {
  const store = useStore();
  const navigate = useNavigate();
  const tours = useTours();
  const starting = useRef(window.location.hash === '');

  useEffect(() => {
    if (tours === undefined || !starting.current) return;
    starting.current = false;
    const tour = tourOfToday(tours, store.now().slice(0, 10));
    if (tour && window.location.hash === '') void navigate(`/tours/${tour.id}`, { replace: true });
  }, [tours, store, navigate]);
}
