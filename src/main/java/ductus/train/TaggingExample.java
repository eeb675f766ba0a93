package ductus.train;

import ductus.model.tagging.TagSequence;
import java.util.random.RandomGenerator;

/** Something to be tagged, which may look different each time that it is learned. */
public interface TaggingExample {
  /** Steps of it. */
  int length();

  /** How it looks now. */
  TagSequence draw(RandomGenerator random);
}
