package ductus.spark.survey;

import ductus.spark.survey.Finding.Place;
import org.apache.spark.Partitioner;

/** Puts pieces that are the same together, and spreads what is none. */
final class ContentPartitioner extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int parts;

  ContentPartitioner(int parts) {
    this.parts = parts;
  }

  @Override
  public int numPartitions() {
    return parts;
  }

  @Override
  public int getPartition(Object key) {
    Place place = (Place) key;
    return Math.floorMod((place.hash().isEmpty() ? place.path() : place.hash()).hashCode(), parts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentPartitioner same && same.parts == parts;
  }

  @Override
  public int hashCode() {
    return parts;
  }
}
