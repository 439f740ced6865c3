/** Circles on the globe, as polygons of longitude and latitude. */

const EARTH_KM = 6371;
const CORNERS = 64;

export function circle(lon: number, lat: number, km: number): [number, number][] {
  const across = km / EARTH_KM;
  const [y, x] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  return Array.from({ length: CORNERS + 1 }, (_, n) => {
    const to = (2 * Math.PI * n) / CORNERS;
    const up = Math.asin(
      Math.sin(y) * Math.cos(across) + Math.cos(y) * Math.sin(across) * Math.cos(to),
    );
    const over = Math.atan2(
      Math.sin(to) * Math.sin(across) * Math.cos(y),
      Math.cos(across) - Math.sin(y) * Math.sin(up),
    );
    return [((x + over) * 180) / Math.PI, (up * 180) / Math.PI];
  });
}
