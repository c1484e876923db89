import type { TourFile } from './tour-file';
import { tourFileLists, type TourFileList } from './tour-file-lists';
import { tourFileReferences } from './tour-file-references';

/** What is wrong at one place; `path` as people write it: stops[3].site. */
export interface TourFileFault {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

const lists = Object.keys(tourFileLists) as readonly TourFileList[];

/** What a schema cannot see: ids used twice, references to records that the file does not have, records of another tour. */
export function listReferenceFaults(file: TourFile): readonly TourFileFault[] {
  return [...duplicates(file), ...lists.flatMap((list) => strangers(file, list)), ...lostReferences(file)];
}

/** An id names one record for ever, whatever its kind. */
function duplicates(file: TourFile): readonly TourFileFault[] {
  const seen = new Map([[file.tour.id, 'tour.id']]);
  return lists.flatMap((list) =>
    file[list].flatMap(({ id }, index) => {
      const path = `${list}[${index}].id`;
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, path);
        return [];
      }
      return [{ path, zh: `编号“${id}”与 ${first} 重复`, en: `the id “${id}” is used at ${first} already` }];
    }),
  );
}

function strangers(file: TourFile, list: TourFileList): readonly TourFileFault[] {
  return file[list].flatMap((record, index) => {
    if (!('tour' in record) || record.tour === file.tour.id) return [];
    return [
      {
        path: `${list}[${index}].tour`,
        zh: `属于另一个活动“${record.tour}”，本文件的活动是“${file.tour.id}”`,
        en: `belongs to another tour, “${record.tour}”; this file is “${file.tour.id}”`,
      },
    ];
  });
}

function lostReferences(file: TourFile): readonly TourFileFault[] {
  const ids = new Map<string, ReadonlySet<string>>(
    lists.map((list) => [list, new Set(file[list].map((record) => record.id))]),
  );
  ids.set('any', new Set([file.tour.id, ...lists.flatMap((list) => file[list].map((record) => record.id))]));
  const check = (path: string, id: unknown, target: string): readonly TourFileFault[] => {
    if (typeof id !== 'string' || id === '' || ids.get(target)?.has(id) === true) return [];
    const where = target === 'any' ? '本文件' : ` ${target} `;
    return [
      {
        path,
        zh: `指向的“${id}”不在${where}中`,
        en: `names “${id}”, which is not in ${target === 'any' ? 'this file' : target}`,
      },
    ];
  };
  const fromLists = lists.flatMap((list) =>
    file[list].flatMap((record, index) =>
      Object.entries<string>(tourFileReferences[list]).flatMap(([field, target]) => {
        const value: unknown = Object.entries(record).find(([name]) => name === field)?.[1];
        const path = `${list}[${index}].${field}`;
        return Array.isArray(value)
          ? value.flatMap((id, position) => check(`${path}[${position}]`, id, target))
          : check(path, value, target);
      }),
    ),
  );
  const fromTour = file.tour.participants.flatMap(({ person }, index) =>
    check(`tour.participants[${index}].person`, person, 'people'),
  );
  return [...fromTour, ...fromLists];
}
