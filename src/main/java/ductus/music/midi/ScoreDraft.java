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
import java.util.Comparator;
import java.util.List;

/** The events that were read of a file so far, in the order of the file: track after track. */
final class ScoreDraft {
  final List<Note> notes = new ArrayList<>();
  final List<TempoChange> tempos = new ArrayList<>();
  final List<TimeSignature> timeSignatures = new ArrayList<>();
  final List<KeySignature> keySignatures = new ArrayList<>();
  final List<ProgramChange> programs = new ArrayList<>();
  final List<PedalChange> pedals = new ArrayList<>();
  final List<TextEvent> texts = new ArrayList<>();
  final OpenNotes openNotes = new OpenNotes(notes);

  /** Number of events that are kept. */
  int size() {
    return notes.size()
        + tempos.size()
        + timeSignatures.size()
        + keySignatures.size()
        + programs.size()
        + pedals.size()
        + texts.size();
  }

  /** Returns the score; what stands on the same tick keeps the order of the file. */
  Score toScore(int ticksPerQuarter, long length) {
    notes.sort(ScoreDraft::compare);
    tempos.sort(Comparator.comparingLong(TempoChange::tick));
    timeSignatures.sort(Comparator.comparingLong(TimeSignature::tick));
    keySignatures.sort(Comparator.comparingLong(KeySignature::tick));
    programs.sort(Comparator.comparingLong(ProgramChange::tick));
    pedals.sort(Comparator.comparingLong(PedalChange::tick));
    texts.sort(Comparator.comparingLong(TextEvent::tick));
    return new Score(
        ticksPerQuarter,
        length,
        notes,
        tempos,
        timeSignatures,
        keySignatures,
        programs,
        pedals,
        texts);
  }

  private static int compare(Note a, Note b) {
    int order = Long.compare(a.onset(), b.onset());
    if (order == 0) {
      order = Integer.compare(a.pitch(), b.pitch());
    }
    if (order == 0) {
      order = Integer.compare(a.track(), b.track());
    }
    if (order == 0) {
      order = Integer.compare(a.channel(), b.channel());
    }
    return order != 0 ? order : Long.compare(a.duration(), b.duration());
  }
}
