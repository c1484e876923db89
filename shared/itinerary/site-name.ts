/** The legal form at the end of a firm's name, which the names of its projects leave out. */
const legalForm = /(集团)?(股份|责任)?(有限)?(责任)?公司$/;

/** How a site is called: enterprise and project in one, without saying the firm twice where the project begins with it. */
export function siteName(enterprise: string, project: string): string {
  if (project === '' || enterprise === '') return project || enterprise;
  const short = enterprise.replace(legalForm, '');
  if (project.includes(enterprise) || (short.length > 1 && project.startsWith(short))) return project;
  const apart = /[\x21-\x7e]$/.test(enterprise) && /^[\x21-\x7e]/.test(project);
  return `${enterprise}${apart ? ' ' : ''}${project}`;
}
