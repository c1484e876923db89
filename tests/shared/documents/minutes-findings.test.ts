import { describe, expect, it } from 'vitest';
import { composeMinutes } from '../../../shared/documents/compose-minutes';
import { listUncovered } from '../../../shared/documents/coverage';
import { listPhotos } from '../../../shared/documents/list-photos';
import { issueSchema } from '../../../shared/records/issue';
import { compose, small, stop, textOf } from './small-tour';

describe('what was found', () => {
  it('stops without any record are gathered at the end of their team, each by name, place and stage', () => {
    const file = small({
      teams: [{ id: 'team-1', tour: 'tour-1', name: '第一组' }],
      sites: [
        { id: 'site-2', name: '云湖纸业', district: '临江区', address: '滨江路8号', facts: ['老厂。'] },
      ],
      stops: [
        stop('stop-1', {
          team: 'team-1',
          order: 1,
          status: 'planned',
          spot: '',
          site: 'site-2',
          stage: '在建',
        }),
        stop('stop-2', { team: 'team-1', order: 2, plannedAt: '08:30', visitedAt: '08:41' }),
        stop('stop-3', { team: 'team-1', order: 3, status: 'planned' }),
        stop('stop-4', { team: 'team-1', order: 4, status: 'skipped', reason: '道路封闭。' }),
      ],
      notes: [{ id: 'note-1', tour: 'tour-1', stop: 'stop-2', text: '厂房已封顶。' }],
    });
    const document = compose(file);
    expect(listUncovered(file, document)).toEqual([]);
    const paragraphs = document.blocks.map((block) =>
      block.kind === 'paragraph' ? block.sentences.map(({ text }) => text).join('') : '',
    );
    expect(paragraphs.slice(-2)).toEqual([
      '未到访的点位有1个：点位stop-4（原因：道路封闭）。',
      '尚无到访和现场记录的点位有2个：云湖纸业（临江区滨江路8号，在建）；点位stop-3。',
    ]);
    expect(textOf(document)).toContain('\n08:41到达现场。\n厂房已封顶。');
    expect(textOf(document)).not.toContain('计划');
  });

  const photo = (id: string, more: object) => ({
    id,
    tour: 'tour-1',
    sha256: id.slice(-1).repeat(64),
    size: 9,
    mime: 'image/jpeg',
    name: '02-steel-frame.jpg',
    ...more,
  });
  const base = { tour: 'tour-1', stop: 'stop-1' };

  it('issues are an official list that gives only what is known', () => {
    const issues = [
      { ...base, id: 'issue-1', text: '临边没有护栏。', severity: 'major', category: '安全生产' },
      {
        ...base,
        id: 'issue-2',
        text: '通道堵塞',
        responsible: '何砚秋',
        measure: '当日清空。',
        due: '3个工作日内',
        solvedOnSite: true,
        solvedHow: '已清空。',
      },
      { ...base, id: 'issue-3', text: '扬尘', responsible: '云湖纸业' },
    ];
    const people = [{ id: 'person-1', name: '何砚秋' }];
    const document = compose(small({ stops: [stop('stop-1')], issues, people }));
    // Of what nobody said nothing is counted.
    expect(textOf(document)).toMatch(/(^|。)发现问题3个（较大1个、一般2个）/m);
    expect(
      document.blocks
        .slice(-4)
        .map((block) => block.kind === 'paragraph' && block.sentences.map((s) => s.text)),
    ).toEqual([
      ['现场发现问题3个：'],
      ['1.临边没有护栏（较大，安全生产）。'],
      [
        '2.通道堵塞（一般）。',
        '责任人：何砚秋；整改措施：当日清空；整改时限：3个工作日内。',
        '已现场办结：已清空。',
      ],
      ['3.扬尘（一般）。', '责任单位：云湖纸业。'],
    ]);
  });

  it('photos are numbered and called by their caption, never by a file name', () => {
    const document = compose(
      small({
        stops: [stop('stop-1')],
        issues: [{ ...base, id: 'issue-1', text: '通道堵塞' }],
        attachments: [
          photo('photo-a', { about: 'issue-1' }),
          photo('photo-b', { stop: 'stop-1', caption: '02-steel-frame.jpg' }),
          photo('photo-c', { stop: 'stop-1', caption: '钢结构吊装' }),
        ],
      }),
    );
    const captions = document.blocks.flatMap((block) =>
      block.kind === 'photos' ? block.photos.map(({ caption }) => caption.text) : [],
    );
    expect(captions).toEqual(['图1 点位stop-1问题现场', '图2 点位stop-1现场', '图3 钢结构吊装']);
  });

  it('photos that nobody has put to a stop are counted and not printed, unless somebody said what they show', () => {
    const document = compose(
      small({
        stops: [stop('stop-1')],
        attachments: [
          photo('photo-a', { name: 'IMG_1.heic', mime: 'image/heic' }),
          photo('photo-b', { caption: 'IMG_2.heic' }),
          photo('photo-c', { caption: '出发前合影' }),
          photo('photo-d', { stop: 'stop-1', mime: 'image/heic' }),
          photo('photo-e', { name: '批复.pdf', mime: 'application/pdf' }),
        ],
      }),
    );
    expect(listPhotos(document).map(({ caption }) => caption.text)).toEqual([
      '图1 点位stop-1现场',
      '图2 出发前合影',
    ]);
    expect(textOf(document)).toContain('随附文件：批复.pdf');
    const [verify] = document.annexes.filter(({ title }) => title === '待核实事项');
    expect(JSON.stringify(verify)).toContain('有2张照片没有归到点位，也没有说明，未列入正文');
  });

  it('answers to questions that skip logic hides are not printed', () => {
    const choices = [
      { name: 'yes', label: { zh: '是' } },
      { name: 'no', label: { zh: '否' } },
    ];
    const items = [
      { name: 'permit', type: 'select_one', label: { zh: '手续是否齐全' }, choices },
      { name: 'missing', type: 'text', label: { zh: '尚缺哪些手续' }, relevant: "${permit} = 'no'" },
      { name: 'lane', type: 'select_one', label: { zh: '消防通道是否畅通？' }, choices },
      { name: 'rate', type: 'decimal', label: { zh: '到货率（%）' } },
      { name: 'drill', type: 'date', label: { zh: '演练日期' } },
    ];
    const said = (permit: string) =>
      textOf(
        compose(
          small({
            stops: [stop('stop-1')],
            checklists: [{ id: 'list-1', title: '检查表', items }],
            answerSheets: [
              {
                ...base,
                id: 'sheet-1',
                checklist: 'list-1',
                answers: { permit, missing: '施工许可', lane: 'no', rate: 12.5, drill: '2026-10-09' },
              },
            ],
          }),
        ),
      );
    const rest = '消防通道不畅通；到货率：12.5%；演练日期：2026年10月9日。';
    expect(said('yes')).toContain(`对照《检查表》现场检查：手续齐全；${rest}`);
    expect(said('no')).toContain(`对照《检查表》现场检查：手续不齐全；尚缺手续：施工许可；${rest}`);
  });

  it('an answer that the form marked as not asked is not printed, whatever rule hides it', () => {
    const items = [
      { name: 'lane', type: 'text', label: { zh: '消防通道' } },
      { name: 'why', type: 'text', label: { zh: '原因' }, relevant: "regex(${lane}, '.*堵.*')" },
    ];
    const said = (hidden: object) =>
      textOf(
        compose(
          small({
            stops: [stop('stop-1')],
            checklists: [{ id: 'list-1', title: '检查表', items }],
            answerSheets: [
              {
                ...base,
                id: 'sheet-1',
                checklist: 'list-1',
                answers: { lane: '畅通', why: '堆放货物' },
                hidden,
              },
            ],
          }),
        ),
      );
    expect(said({ why: 'yes' })).not.toContain('堆放货物');
    expect(said({})).toContain('堆放货物');
  });

  it('a sheet that was filled again on a newer version is told once, as it was filled last', () => {
    const items = [{ name: 'lane', type: 'text', label: { zh: '消防通道' } }];
    const sheet = (id: string, lane: string, more: object) => ({
      ...base,
      id,
      checklist: 'list-1',
      answers: { lane },
      ...more,
    });
    const said = (...answerSheets: readonly object[]) =>
      textOf(
        compose(
          small({
            stops: [stop('stop-1')],
            checklists: [{ id: 'list-1', title: '检查表', items }],
            answerSheets,
          }),
        ),
      )
        .split('\n')
        .filter((line) => line.startsWith('对照'));
    const [first, again] = [
      '对照《检查表》现场检查：消防通道：旧。',
      '对照《检查表》现场检查：消防通道：新。',
    ];
    const renewed = sheet('a', '旧', { replacedBy: 'b' });
    expect(said(renewed, sheet('b', '新', {}))).toEqual([again]);
    expect(said(renewed, sheet('b', '中', { replacedBy: 'c' }), sheet('c', '新', {}))).toEqual([again]);
    // What would be told nowhere else is told: the later sheet was deleted, or two sheets name each other.
    expect(said(renewed, sheet('b', '新', { deleted: true }))).toEqual([first]);
    expect(said(renewed, sheet('b', '新', { replacedBy: 'a' }))).toEqual([first, again]);
  });

  it('tells an answer to which the newer version of its checklist has no place, beside what that version says', () => {
    const row = (type: string, name: string, label: string) => ({ type, name, label });
    const old = [
      row('text', 'lane', '消防通道'),
      row('text', 'gas', '燃气报警'),
      row('text', 'exit', '安全出口'),
    ];
    const text = textOf(
      compose(
        small({
          stops: [stop('stop-1')],
          checklists: [
            { id: 'v1', title: '检查表', survey: old },
            {
              id: 'v2',
              title: '检查表',
              family: 'v1',
              survey: [old[0], row('integer', 'exit', '安全出口数')],
            },
          ],
          answerSheets: [
            {
              ...base,
              id: 'a',
              checklist: 'v1',
              replacedBy: 'b',
              answers: { lane: '堵', gas: '未接电', exit: '一处锁闭' },
            },
            { ...base, id: 'b', checklist: 'v2', answers: { lane: '已清' } },
          ],
        }),
      ),
    );
    expect(text).toContain('现场检查：燃气报警：未接电；安全出口：一处锁闭。');
    expect(text).toContain('现场检查：消防通道：已清。');
    expect(text).not.toContain('堵');
  });

  it('tells what a later visit found of an issue, by whom and when, and nothing where nobody looked again', () => {
    const issue = { ...base, text: '临边无护栏' };
    const text = textOf(
      compose(
        small({
          stops: [stop('stop-1')],
          issues: [
            {
              ...issue,
              id: 'i1',
              recheck: 'fixed',
              recheckWords: '防护已补齐',
              recheckedBy: '周敏',
              recheckedAt: '2026-11-20T09:00:00+08:00',
            },
            { ...issue, id: 'i2', recheck: 'unfixed' },
            { ...issue, id: 'i3' },
          ],
        }),
      ),
    );
    expect(text).toContain('回头看已整改，防护已补齐（周敏，2026年11月20日）。');
    expect(text.match(/回头看/g)).toHaveLength(2);
  });

  it('tells what was found again of an issue of an earlier tour, at the stop where somebody looked', () => {
    const earlier = issueSchema.parse({
      id: 'old-1',
      tour: 'tour-0',
      stop: 'stop-0',
      text: '临边无护栏。',
      recheck: 'fixed',
      recheckWords: '已装好',
      recheckedStop: 'stop-1',
    });
    const file = small({ stops: [stop('stop-1')] });
    const told = textOf(composeMinutes(file, { at: '', rechecks: [earlier] }));
    expect(told).toContain('回头看：此前所提“临边无护栏”问题已整改，已装好。');
    expect(textOf(compose(file))).not.toContain('回头看');
  });
});
