package ductus.music.musicxml.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Measures are letters; before one may stand [: (repeat begins), 1 and 2 and 3 (endings), $
 * (segno), and behind it ] (bracket ends), :| (repeat ends), x3 (three passes), and so on.
 */
class PlayOrderTest {
  @Test
  void repeatsWithAndWithoutABeginning() {
    assertOrder("ABCD", "A B C D");
    assertOrder("ABABCD", "A B:| C D");
    assertOrder("ABCBCD", "A [:B C:| D");
    assertOrder("ABABCDCD", "A B:| C D:|");
    assertOrder("AAAB", "A:|x3 B");
  }

  @Test
  void endings() {
    assertOrder("ABACD", "A 1B]:| 2C] D");
    assertOrder("ABABACD", "A 12B]:| 3C] D");
    assertOrder("ABACAD", "A 1B]:| 2C]:| 3D]");
    assertOrder("ABACDEDF", "A 1B]:| 2C] [:D 1E]:| 2F]");
  }

  @Test
  void anEndingGoesOnBehindItsBracketToItsRepeatSign() {
    assertOrder("ABCAD", "A 1B] C:| 2D]");
    assertOrder("ABAC", "A 1B] 2C]");
    assertOrder("ABAC", "A 1B]:| C");
  }

  @Test
  void anEndingWithTheNumberOfTheOneBeforeIsTheNext() {
    assertOrder("ABACD", "A 1B]:| 1C] D");
  }

  @Test
  void daCapoAndDalSegno() {
    assertOrder("ABCAB", "A Bf C<");
    assertOrder("AABCAB", "A:| Bf C<");
    assertOrder("ABCDBC", "A $B Cf D<<");
    assertOrder("ABCDABEF", "A Bt C D< cE F");
    assertOrder("ABCDABEF", "A cB C D< cE F");
    assertOrder("ABACAC", "A 1B]:| 2C]<");
    assertOrder("ABCD", "A B C<< D");
  }

  @Test
  void tooManyMeasuresAreRefused() {
    List<MeasureSigns> signs = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      signs.add(new MeasureSigns());
    }
    signs.get(999).passes = 100;
    assertThrows(IllegalArgumentException.class, () -> PlayOrder.of(signs));
  }

  private static void assertOrder(String wanted, String text) {
    List<MeasureSigns> signs = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      signs.add(signs(word));
      letters.append(word.replaceAll("[^A-Z]", ""));
    }
    String played =
        PlayOrder.of(signs).stream()
            .map(each -> letters.substring(each.measure(), each.measure() + 1))
            .collect(Collectors.joining());
    assertEquals(wanted, played, text);
  }

  private static MeasureSigns signs(String word) {
    MeasureSigns signs = new MeasureSigns();
    for (char c : word.split("[A-Z]", -1)[0].toCharArray()) {
      if (Character.isDigit(c)) {
        signs.endings.add(c - '0');
      }
      signs.repeatStart |= c == '[';
      signs.segno |= c == '$';
      signs.coda |= c == 'c';
    }
    String behind = word.split("[A-Z]", -1)[1];
    signs.endingStops = behind.contains("]");
    signs.passes = behind.contains("x3") ? 3 : behind.contains(":|") ? 2 : 0;
    signs.fine = behind.contains("f");
    signs.toCoda = behind.contains("t");
    if (behind.contains("<<")) {
      signs.jump = MeasureSigns.Jump.DAL_SEGNO;
    } else if (behind.contains("<")) {
      signs.jump = MeasureSigns.Jump.DA_CAPO;
    }
    return signs;
  }
}
