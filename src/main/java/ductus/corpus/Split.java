package ductus.corpus;

import java.util.List;

/** A corpus in three parts, each in the order of the corpus; no piece is in two. */
public record Split<T>(List<Piece<T>> training, List<Piece<T>> validation, List<Piece<T>> test) {
  public Split {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }
}
