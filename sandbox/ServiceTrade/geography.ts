import type { Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

const EARTH_RADIUS_MILES = 3958.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in miles; coordinates in decimal degrees. */
function miles(lat: number, lon: number, otherLat: number, otherLon: number): number {
	const half = (angle: number) => Math.sin(radians(angle) / 2) ** 2;
	const share =
		half(otherLat - lat) +
		Math.cos(radians(lat)) * Math.cos(radians(otherLat)) * half(otherLon - lon);
	return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(share));
}

/** How far a location is from the point in the query; null without a point. */
export function distanceOf(location: Row | undefined, { query }: SandboxRequest): number | null {
	if (query.lat === undefined || query.lon === undefined) return null;
	if (!location || location.lat === null) return null;
	const distance = miles(
		Number(query.lat),
		Number(query.lon),
		Number(location.lat),
		Number(location.lon),
	);
	return Math.round(distance * 1000) / 1000;
}

/** A latitude needs a longitude, and a radius or an order by distance needs both. */
export function checkPoint({ query }: SandboxRequest): void {
	const missing = ['lat', 'lon'].find((name) => query[name] === undefined);
	const asked = ['lat', 'lon', 'radius'].some((name) => query[name] !== undefined);
	if (missing !== undefined && (asked || query.sort === 'distance')) {
		throw wrongValue(
			missing,
			'is required with lat, lon, radius and an order by distance',
			'query',
		);
	}
}

/** Within so many miles of the point; for records with a location. */
export const within: Filter = (radius, request) => (row) => {
	const location = request.store.collection('locations').get(row.locationId);
	const distance = distanceOf(location, request);
	return distance !== null && distance <= Number(radius);
};

/** Whether a point lies in a region, by counting the sides that a ray from it crosses. */
export function isInRegion(region: Row, lat: number, lon: number): boolean {
	const points = region.points as ReadonlyArray<readonly [number, number]>;
	let inside = false;
	points.forEach(([pointLat, pointLon], index) => {
		const [nextLat, nextLon] = points[(index + 1) % points.length];
		const crosses = pointLon > lon !== nextLon > lon;
		const at = ((nextLat - pointLat) * (lon - pointLon)) / (nextLon - pointLon) + pointLat;
		if (crosses && lat < at) inside = !inside;
	});
	return inside;
}

/** The location lies in one of these regions. */
export const inRegions: Filter = (value, { store }) => {
	const regions = String(value)
		.split(',')
		.map((id) => store.collection('regions').get(id))
		.filter((region) => region !== undefined);
	return (location) =>
		regions.some((region) => isInRegion(region, Number(location.lat), Number(location.lon)));
};
