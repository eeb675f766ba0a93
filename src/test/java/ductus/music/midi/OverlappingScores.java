package ductus.music.midi;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Scores in which notes of one pitch end in the order of their beginnings. */
final class OverlappingScores {
  private OverlappingScores() {}

  static Score next(RandomGenerator random) {
    ScoreDraft draft = new ScoreDraft();
    int tracks = random.nextInt(1, 5);
    long length = 0;
    for (int track = 0; track < tracks; track++) {
      long tick = 0;
      for (int i = random.nextInt(60); i > 0; i--) {
        tick += random.nextInt(8) == 0 ? random.nextInt(200_000) : random.nextInt(40);
        addAnything(draft, random, tick, track);
      }
      tick += random.nextInt(1000);
      draft.openNotes.endTrack(tick);
      length = Math.max(length, tick);
    }
    return draft.toScore(random.nextInt(1, 0x8000), length);
  }

  private static void addAnything(ScoreDraft draft, RandomGenerator random, long tick, int track) {
    int channel = random.nextInt(3) == 0 ? Note.DRUM_CHANNEL : random.nextInt(16);
    switch (random.nextInt(12)) {
      case 0 -> draft.tempos.add(new TempoChange(tick, random.nextInt(1, 1 << 24)));
      case 1 ->
          draft.timeSignatures.add(
              new TimeSignature(tick, random.nextInt(1, 256), 1 << random.nextInt(8)));
      case 2 ->
          draft.keySignatures.add(
              new KeySignature(tick, random.nextInt(-7, 8), random.nextBoolean()));
      case 3 -> draft.programs.add(new ProgramChange(tick, channel, track, random.nextInt(128)));
      case 4 -> draft.pedals.add(new PedalChange(tick, channel, track, random.nextInt(128)));
      case 5 ->
          draft.texts.add(
              new TextEvent(tick, track, Meta.textKind(random.nextInt(1, 8)), text(random)));
      case 6, 7, 8 -> {
        for (int pitch = 60; pitch < 63; pitch++) {
          draft.openNotes.end(tick, pitch, channel);
        }
      }
      default -> {
        int pitch = random.nextInt(60, 63);
        draft.openNotes.begin(tick, pitch, random.nextInt(1, 128), channel, track);
        if (random.nextInt(6) == 0) {
          draft.openNotes.end(tick, pitch, channel);
        }
      }
    }
  }

  private static String text(RandomGenerator random) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      words.add(List.of("Am7", "é", "夢", "\n", "𝄞", "la").get(random.nextInt(6)));
    }
    return String.join(" ", words);
  }
}
