package ductus.music.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Melody;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelodyStatisticsTest {
  @Test
  void countsPitchesAndRepetitions() {
    Melody repeating = MelodySamples.quarters(60, 60, 60, 62, 62, 60);
    Melody scale = MelodySamples.quarters(60, 62, 64, 65);
    MelodyStatistics statistics = MelodyStatistics.of(List.of(repeating, scale));
    assertEquals(2, statistics.melodies());
    assertEquals(3, statistics.distinctPitches());
    assertEquals(3, statistics.longestRepetition());
    assertEquals(2, statistics.meanRepetition());
    assertEquals(10, statistics.tonality().notes());
    assertEquals(10, statistics.metre().notes());
    assertEquals(10, statistics.histograms().pitchClasses().total());
  }

  @Test
  void ofNothingIsNothing() {
    MelodyStatistics statistics = MelodyStatistics.of(List.of(MelodySamples.quarters()));
    assertEquals(0, statistics.distinctPitches());
    assertEquals(0, statistics.longestRepetition());
    assertEquals(0, MelodyStatistics.of(List.of()).meanRepetition());
  }
}
