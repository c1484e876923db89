import { createHash } from 'node:crypto';
import type { Handbook, HandbookStop } from '../../shared/handbook/compose-handbooks';
import { handbookStyles } from './html/handbook-styles';
import { escapeHtml } from './html/escape-html';

/** A team's handbook as one HTML file for print: cover, people, route, a part for each stop with room to write. */
export function renderHandbook(handbook: Handbook): string {
  const hash = createHash('sha256').update(handbookStyles).digest('base64');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>${escapeHtml(`${handbook.title} ${handbook.team}`)}</title>
<style>${handbookStyles}</style>
</head>
<body>
${cover(handbook)}
${people(handbook)}
${route(handbook)}
${handbook.stops.map(stopPart).join('\n')}
</body>
</html>
`;
}

function cover({ title, team, facts, madeFrom }: Handbook): string {
  return `<section class="cover"><p class="kind">现场活动手册</p><h1>${escapeHtml(title)}</h1><p class="team">${escapeHtml(team)}</p>${factTable(facts)}<p class="made">${escapeHtml(madeFrom)}　非涉密</p></section>`;
}

function people({ people }: Handbook): string {
  if (people.length === 0) return '';
  const rows = people.map(
    ({ name, posts, role, phone }) =>
      `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(posts)}</td><td>${escapeHtml(role)}</td><td>${escapeHtml(phone)}</td></tr>`,
  );
  return `<section class="part"><h2>本组人员</h2><table class="people"><colgroup><col class="name"><col><col class="role"><col class="phone"></colgroup><thead><tr><th>姓名</th><th>职务</th><th>分工</th><th>电话</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function route({ stops }: Handbook): string {
  const rows = stops.map(
    ({ order, time, name, stage, district }) =>
      `<tr><td>${order}</td><td>${escapeHtml(time)}</td><td class="left">${escapeHtml(name)}</td><td>${escapeHtml(district)}</td><td>${escapeHtml(stage)}</td><td></td></tr>`,
  );
  return `<section class="part"><h2>路线</h2><table class="route"><colgroup><col class="order"><col class="time"><col><col class="district"><col class="stage"><col class="time"></colgroup><thead><tr><th>序号</th><th>计划</th><th>点位</th><th>所在地</th><th>阶段</th><th>实际</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function stopPart(stop: HandbookStop): string {
  const { order, time, name, stage, uncertain, facts, sentences, dossier } = stop;
  const mark = uncertain === '' ? '' : `<span class="mark">〔${escapeHtml(uncertain)}〕</span>`;
  const side = [time, stage].filter((part) => part !== '').join('　');
  return `<section class="stop"><h2><span>${order}</span>${escapeHtml(name)}${mark}<small>${escapeHtml(side)}</small></h2>
${factTable(facts)}
${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')}
${list('以往到访', dossier.visits)}${list('未办结问题', dossier.issues)}${list('未办结任务与诉求', dossier.matters)}
<h3>记录</h3>${'<div class="line"></div>'.repeat(6)}</section>`;
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<h3>${title}</h3><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

function factTable(facts: Handbook['facts']): string {
  const rows = facts.map(
    ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td class="left">${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="facts"><colgroup><col class="fact"><col></colgroup><tbody>${rows.join('')}</tbody></table>`;
}
