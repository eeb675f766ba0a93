package ductus.ink.recognition.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.recognition.language.WordModel.Place;
import ductus.model.pen.Alphabet;
import org.junit.jupiter.api.Test;

class WordModelTest {
  private static final Alphabet ALPHABET =
      new Alphabet(
          " !\"&'(),-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u0301\u0308");

  private final WordModel model = new WordModel(ALPHABET);

  private double logProbability(String text) {
    double sum = 0;
    Place place = model.start();
    for (int character : text.codePoints().toArray()) {
      int label = ALPHABET.characters().indexOf(character);
      sum += model.logProbability(place, label);
      place = model.next(place, label);
    }
    return sum;
  }

  private void requireLikelier(String likely, String unlikely) {
    assertTrue(logProbability(likely) > logProbability(unlikely) + 1, likely + " and " + unlikely);
  }

  @Test
  void wordsAreLikelierThanWhatLooksLikeThem() {
    requireLikelier("we counted three", "we conuted three");
    requireLikelier("only on Monday", "ouly ou Monday");
    requireLikelier("don't ask", "dont' ask");
    requireLikelier("walking home", "walkimg home");
  }

  @Test
  void capitalsStandWhereTheyMay() {
    requireLikelier("The window", "The Window");
    requireLikelier("the window", "the winDow");
    requireLikelier("NO PARKING", "NO PaRKING");
    requireLikelier("Yes. The end", "Yes. the end");
    requireLikelier("on weekdays", "on Weekdays");
    requireLikelier("on Monday", "on monday");
    requireLikelier("so I said", "so i said");
  }

  @Test
  void whatStandsAloneHasSpacesOnBothSides() {
    requireLikelier("Tom & Anna", "Tom &Anna");
    requireLikelier("in a house", "in ahouse");
    requireLikelier("at 7:45 on", "at 7;45 on");
  }

  @Test
  void digitsStandTogether() {
    requireLikelier("at 10:45 or", "at 1O:45 or");
    requireLikelier("in 1969 two", "in 1g69 two");
  }

  @Test
  void probabilitiesOfAllCharactersAreAboutOne() {
    for (String text :
        new String[] {"", "t", "th", "the", "the ", "12", "xq", "No. ", "(", "don'"}) {
      Place place = model.start();
      for (int character : text.codePoints().toArray()) {
        place = model.next(place, ALPHABET.characters().indexOf(character));
      }
      double sum = 0;
      for (int label = 0; label < ALPHABET.size() - 1; label++) {
        sum += Math.exp(model.logProbability(place, label));
      }
      assertEquals(1, sum, 0.25, "behind '" + text + "'");
    }
  }

  @Test
  void nothingIsImpossible() {
    assertTrue(logProbability("qQ\u0301)9a;;Xz") > -120);
  }
}
