import { expect, test } from 'vitest';
import { findCycle } from '../../config/chunkCycles.ts';

const graph = (edges: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(edges));

test('a graph without a cycle has none, even if a node is reached twice', () => {
  expect(findCycle(graph({ page: ['a', 'b'], a: ['c'], b: ['c'], c: [] }))).toBeNull();
});

test('a cycle is found behind other nodes, and its first node is repeated', () => {
  expect(findCycle(graph({ page: ['a'], a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b']);
});

test('imports of files outside the graph are ignored', () => {
  expect(findCycle(graph({ page: ['react'] }))).toBeNull();
});
