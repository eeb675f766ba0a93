package ductus.music.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.Melody;
import ductus.music.abc.AbcReader;
import ductus.music.finding.MelodyFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormFigureTest {
  private static final String EIGHT = "CDEF|GFED|EFGA|GECE|FAGF|EDEC|DCDE|C2G2|";
  private static final String OTHERS = "cBAG|A2Bc|dcBA|G4|AGFE|F2GA|BAGF|E2DC|";

  private static Melody tune(String body) throws BadFileException {
    byte[] abc = ("X:1\nT:t\nM:4/4\nL:1/4\nK:C\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
    return MelodyFinder.find(AbcReader.read(Path.of("tune.abc"), abc)).melody().orElseThrow();
  }

  private static Map<String, Double> form(String body) throws BadFileException {
    Melody tune = tune(body);
    return FormFigure.of(List.of(tune), List.of(tune)).stream()
        .collect(Collectors.toMap(FormFigure::statistic, FormFigure::generated));
  }

  private static double value(Map<String, Double> form, String statistic) {
    return form.getOrDefault(statistic, Double.NaN);
  }

  @Test
  void tellsWhatReturnsHowAndFromWhere() throws Exception {
    // The same; up a step of the scale; up two semitones; one note of four another; new; the same.
    Map<String, Double> form = form("CEGE|CEGE|DFAF|D^FAF|CEGF|C2B2|CEGE|");
    assertEquals(2.0 / 6, value(form, "bars_return_exactly"), 1e-9);
    assertEquals(2.0 / 6, value(form, "bars_return_moved"), 1e-9);
    assertEquals(1.0 / 6, value(form, "bars_return_varied"), 1e-9);
    assertEquals(1.0 / 6, value(form, "bars_new"), 1e-9);
    assertEquals((1 + 1 + 2 + 3 + 5) / 5.0, value(form, "return_distance"), 1e-9);
    assertEquals(2.0 / 5, value(form, "return_after_1"), 1e-9);
    assertEquals(0, value(form, "return_after_8"));
  }

  @Test
  void hearsASectionAgain() throws Exception {
    assertEquals(1, value(form(EIGHT + EIGHT + OTHERS), "section_repeats"));
    assertEquals(1, value(form("z2zG|" + EIGHT + EIGHT.replace("C2G2", "C3z")), "section_repeats"));
    assertEquals(0, value(form(EIGHT + OTHERS), "section_repeats"));
    assertNull(form(EIGHT).get("section_repeats"));
    // One bar of the eight is another one varied.
    assertEquals(8.0 / 9, value(form(EIGHT + EIGHT), "return_after_8"), 1e-9);
  }

  @Test
  void hearsHowATuneEnds() throws Exception {
    Map<String, Double> whole = form(EIGHT.replace("DCDE|C2G2|", "GFDB,|C4|"));
    assertEquals(1, value(whole, "ends_on_keynote"));
    assertEquals(1, value(whole, "ends_long"));
    assertEquals(1, value(whole, "dominant_before_end"));
    Map<String, Double> open = form(EIGHT.replace("DCDE|C2G2|", "EAEA|CCCG/2z/2|"));
    assertEquals(0, value(open, "ends_on_keynote"));
    assertEquals(0, value(open, "ends_long"));
    assertEquals(0, value(open, "dominant_before_end"));
    assertEquals(9, value(form(EIGHT), "range"));
  }

  @Test
  void hearsThatAPhraseLeavesTheKey() throws Exception {
    assertEquals(1, value(form(EIGHT), "phrases_in_home_key"));
    String away = "^FG^A^c|^F^AG^F|^c^A^F^C|^F^G^A^F|";
    assertTrue(value(form(EIGHT + away), "phrases_in_home_key") < 1);
  }

  @Test
  void pooledOverTunesAndHeldAgainstThoseOfPeople() throws Exception {
    List<FormFigure> figures =
        FormFigure.of(
            List.of(tune(EIGHT), tune(EIGHT.replace("C2G2", "G2C2"))),
            List.of(tune(EIGHT + "c4|")));
    FormFigure keynote = figures.get(indexOf(figures, "ends_on_keynote"));
    assertEquals(0.5, keynote.generated());
    assertEquals(1, keynote.heldOut());
    assertEquals(0.5, keynote.ratio());
    FormFigure after = figures.get(indexOf(figures, "range"));
    assertEquals(9.0 / 12, after.ratio());
    assertEquals(List.of(), FormFigure.of(List.of(), List.of(tune(EIGHT))));
  }

  private static int indexOf(List<FormFigure> figures, String statistic) {
    return figures.stream().map(FormFigure::statistic).toList().indexOf(statistic);
  }
}
