package ductus.music.engraving.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.engraving.EngravedScores;
import ductus.music.engraving.repeat.PrintedScore;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffBar;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.engraving.staff.StaffSign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignRulesTest {
  @ParameterizedTest(name = "the stem of {0} goes up: {1}")
  @CsvSource({"71, false", "72, false", "69, true", "60, true", "84, false"})
  void turnsStemsToTheMiddle(int pitch, boolean up) {
    StaffBar bar = bar(4, 4, EngravedScores.melody(0, pitch, 12, 67, 12, 74, 24));
    assertEquals(up, new StemDirections(bar, false).isUp(bar.signs().get(0)));
  }

  @Test
  void turnsStemsOfTwoVoicesApart() {
    List<Note> notes = new ArrayList<>(EngravedScores.melody(0, 64, 24, 65, 24));
    notes.addAll(EngravedScores.melody(0, 76, 12, 77, 12, 76, 12, 74, 12));
    StaffBar bar = bar(4, 4, notes);
    StemDirections stems = new StemDirections(bar, false);
    assertEquals(2, bar.voices().size());
    assertTrue(bar.voices().get(0).stream().allMatch(stems::isUp));
    assertTrue(bar.voices().get(1).stream().noneMatch(stems::isUp));
  }

  @ParameterizedTest(name = "{0}/{1}")
  @CsvSource({"4, 4, 4 4", "3, 4, 2 2 2", "6, 8, 3 3", "3, 8, 3", "2, 4, 4", "5, 4, 2 2 2 2 2"})
  void beamsEighthsByTheMetre(int numerator, int denominator, String sizes) {
    int count = 8 * numerator / denominator;
    int[] melody = new int[2 * count];
    for (int i = 0; i < count; i++) {
      melody[2 * i] = 72 + i % 3;
      melody[2 * i + 1] = 6;
    }
    StaffBar bar = bar(numerator, denominator, EngravedScores.melody(0, melody));
    List<String> found =
        BeamGroups.of(bar.bar(), bar.signs()).stream().map(group -> "" + group.size()).toList();
    assertEquals(sizes, String.join(" ", found));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void beamsNothingAcrossABeatButPlainEighths(long seed) {
    for (Staff staff : StaffScore.of(EngravedScores.random(seed, 100), "").staves()) {
      for (StaffBar bar : staff.bars()) {
        for (List<StaffSign> voice : bar.voices()) {
          for (List<StaffSign> group : BeamGroups.of(bar.bar(), voice)) {
            int beat = bar.bar().beat();
            boolean eighths = group.stream().allMatch(sign -> sign.units() == beat / 2);
            int unit = eighths ? 2 * beat : beat;
            assertEquals(
                group.get(0).start() / unit,
                group.get(group.size() - 1).start() / unit,
                () -> "seed " + seed + " " + group);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36})
  void setsNoTwoHeadsAtOnePlace(long seed) {
    StaffScore score = StaffScore.of(EngravedScores.random(seed, 120), "");
    for (int b = 0; b < score.bars().size(); b++) {
      BarLayout layout = new BarLayout(PrintedScore.inFull(score), b);
      for (int s = 0; s < score.staves().size(); s++) {
        layout
            .places(s)
            .forEach(
                (time, places) -> {
                  Set<String> taken = new HashSet<>();
                  for (int p = 0; p < places.size(); p++) {
                    SignPlace place = places.get(p);
                    boolean shared =
                        places.subList(0, p).stream()
                            .anyMatch(
                                other -> ColumnPlaces.isShared(other, place.sign(), place.up()));
                    for (int h = 0; h < place.heads().size() && !shared; h++) {
                      int position = place.sign().heads().get(h).position();
                      long x = Math.round(place.heads().get(h) * 10);
                      assertTrue(taken.add(position + " " + x), () -> seed + ": " + places);
                    }
                  }
                });
      }
    }
  }

  @Test
  void setsSecondsBesideEachOther() {
    List<Note> notes = List.of(new Note(0, 48, 72, 80, 0, 0), new Note(0, 48, 74, 80, 0, 0));
    StaffScore score = StaffScore.of(EngravedScores.of(4, 4, notes), "");
    SignPlace place =
        Objects.requireNonNull(new BarLayout(PrintedScore.inFull(score), 0).places(0).get(0))
            .get(0);
    assertTrue(Math.abs(place.heads().get(1) - place.heads().get(0)) > 1, () -> "" + place);
  }

  private static StaffBar bar(int numerator, int denominator, List<Note> notes) {
    StaffScore score = StaffScore.of(EngravedScores.of(numerator, denominator, notes), "");
    return score.staves().get(0).bars().get(0);
  }
}
