package ductus.ink.skeleton;

import java.util.List;

/**
 * Lines of a skeleton that a pen draws one after another, each from its beginning.
 *
 * @param ring whether it ends where it began, and would go on
 */
record SkeletonWay(List<SkeletonLine> lines, boolean ring) {
  SkeletonWay {
    lines = List.copyOf(lines);
  }
}
