import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Admission } from './admit-in-turn';

/** What Prometheus reads: counts and times by route, never by person or laptop. */
export function measureRequests(app: FastifyInstance, admission: Admission): void {
  const registry = new Registry();
  const registers = [registry];
  const seconds = new Histogram({
    name: 'xunji_request_seconds',
    help: 'Time to answer a request, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120],
    registers,
  });
  const changes = new Counter({
    name: 'xunji_changes_total',
    help: 'Changes that came in, by what became of them.',
    labelNames: ['outcome'],
    registers,
  });
  const waiting = new Gauge({
    name: 'xunji_requests_waiting',
    help: 'Requests that wait for their turn.',
    registers,
  });
  const memory = new Gauge({
    name: 'xunji_memory_bytes',
    help: 'Memory that the process holds.',
    registers,
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (!request.handed) return;
    changes.inc({ outcome: 'settled' }, request.handed.settled);
    changes.inc({ outcome: 'refused' }, request.handed.refused);
  });
  app.get('/metrics', { config: { access: 'machine' }, schema: { hide: true } }, async (_request, reply) => {
    waiting.set(admission.waiting);
    memory.set(process.memoryUsage.rss());
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await registry.metrics());
  });
}
