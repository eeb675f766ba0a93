package ductus.music.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTableTest {
  @Test
  void secondsFollowTheTempo() {
    Score score =
        new Score(
            480,
            1440,
            List.of(new Note(0, 480, 60, 80, 0, 0), new Note(480, 960, 73, 81, 3, 2)),
            List.of(new TempoChange(0, 500_000), new TempoChange(960, 1_000_000)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertEquals(
        "onset_ticks,onset_seconds,duration_ticks,duration_seconds,"
            + "pitch,name,velocity,channel,track\r\n"
            + "0,0.000000,480,0.500000,60,C4,80,0,0\r\n"
            + "480,0.500000,960,1.500000,73,C#5,81,3,2\r\n",
        NoteTable.csv(score));
  }
}
