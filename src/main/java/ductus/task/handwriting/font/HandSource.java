package ductus.task.handwriting.font;

import ductus.file.BadFileException;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.util.Locale;

/**
 * Whose a hand is.
 *
 * @param text who wrote or drew it
 * @param license what others may do with a font of it; empty where its owner alone says so
 */
record HandSource(String text, String license) {
  private static final String UJI = "uji-";
  private static final String FONT = "line-";
  private static final String ATTRIBUTION =
      "Creative Commons Attribution 4.0, https://creativecommons.org/licenses/by/4.0/";

  /** The source of a hand of some model. */
  static HandSource of(ModelReference given, String hand) throws BadFileException, IOException {
    boolean ships = HandModel.ALL_SHIPPED.contains(given.model());
    if (!ships || !HandModel.open(given.model()).network().config().styleNames().contains(hand)) {
      return new HandSource("The hand " + hand + ", written by Ductus.", "");
    }
    if (given.model().equals(HandModel.OF_PEOPLE)) {
      return new HandSource(
          String.format(
              Locale.ROOT,
              "The hand %s, written by a network of Ductus that learned from UNIPEN, train_r01_v07"
                  + " (I. Guyon et al. 1994; Zenodo 1195803).",
              hand),
          ATTRIBUTION);
    }
    if (hand.startsWith(UJI)) {
      return new HandSource(
          String.format(
              Locale.ROOT,
              "The hand %s, written by a network of Ductus that learned from the UJI Pen"
                  + " Characters, version 1 (D. Llorens et al. 2008).",
              hand),
          ATTRIBUTION);
    }
    if (hand.startsWith(FONT)) {
      return new HandSource(
          String.format(
              Locale.ROOT,
              "The hand %s, written by a network of Ductus that learned from a single-line font of"
                  + " Sheldon B. Michaels and Windell H. Oskay, whose name is reserved.",
              hand),
          "This Font Software is licensed under the SIL Open Font License, Version 1.1,"
              + " https://openfontlicense.org");
    }
    return new HandSource(
        String.format(
            Locale.ROOT, "The hand %s, drawn for Ductus and written by its network.", hand),
        "CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/");
  }
}
