import { expect, it } from 'vitest';
import { siteName } from '../../../shared/itinerary/site-name';

it.each([
  ['华晟新材料', '年产5万吨铜箔项目', '华晟新材料年产5万吨铜箔项目'],
  ['华晟新材料有限公司', '华晟新材料年产5万吨铜箔项目', '华晟新材料年产5万吨铜箔项目'],
  ['华晟集团股份有限公司', '华晟铜箔项目', '华晟铜箔项目'],
  ['华晟', '', '华晟'],
  ['', '城北地块', '城北地块'],
  ['ACME', 'Plant 2', 'ACME Plant 2'],
])('calls %s with %s %s', (enterprise, project, name) => {
  expect(siteName(enterprise, project)).toBe(name);
});
