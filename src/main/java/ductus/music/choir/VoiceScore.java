package ductus.music.choir;

import ductus.music.KeySignature;
import ductus.music.MelodyNote;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.harmony.voices.VoicePart;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a setting as a score: a track for each voice, fermatas as markers, notes as long as they
 * are written.
 */
public final class VoiceScore {
  private static final int TICKS_PER_STEP = 120;
  private static final int TICKS_PER_QUARTER = TICKS_PER_STEP * VoiceSetting.STEPS_PER_QUARTER;
  private static final int VELOCITY = 76;

  /** Quarter notes a minute of a setting that says none. */
  private static final double USUAL_TEMPO = 76;

  private VoiceScore() {}

  /**
   * Writes a setting.
   *
   * @param program of all voices, 0 to 127
   */
  public static Score of(VoiceSetting setting, int program) {
    int before = setting.phrases().get(0).place();
    List<Note> notes = new ArrayList<>();
    List<TextEvent> texts = new ArrayList<>();
    List<ProgramChange> programs = new ArrayList<>();
    texts.add(new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:" + setting.key().abc()));
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      int track = voice + 1;
      texts.add(
          new TextEvent(0, track, TextEvent.Kind.TRACK_NAME, VoicePart.ALL.get(voice).label()));
      programs.add(new ProgramChange(0, voice, track, program));
      for (MelodyNote note : setting.voices().get(voice)) {
        notes.add(
            new Note(
                ticks(before + note.onset()),
                ticks(note.length()),
                note.pitch(),
                VELOCITY,
                voice,
                track));
      }
    }
    notes.sort(Note.ORDER);
    addFermatas(setting, before, texts);
    double tempo = setting.quartersPerMinute() == 0 ? USUAL_TEMPO : setting.quartersPerMinute();
    return new Score(
        TICKS_PER_QUARTER,
        ticks(before + setting.length()),
        notes,
        List.of(new TempoChange(0, (int) Math.round(60e6 / tempo))),
        metres(setting, before),
        List.of(new KeySignature(0, setting.key().fifths(), setting.key().mode().hasMinorThird())),
        programs,
        List.of(),
        texts);
  }

  /** Fermatas stand where the soprano's last note of the phrase begins. */
  private static void addFermatas(VoiceSetting setting, int before, List<TextEvent> texts) {
    for (SungPhrase phrase : setting.phrases()) {
      if (phrase.fermata()) {
        setting.voices().get(0).stream()
            .filter(note -> note.onset() < phrase.end())
            .reduce((earlier, later) -> later)
            .ifPresent(
                last ->
                    texts.add(
                        new TextEvent(
                            ticks(before + last.onset()),
                            0,
                            TextEvent.Kind.MARKER,
                            VoiceFinder.FERMATA)));
      }
    }
  }

  /** The metres, each from the first bar line of the phrases that count their bars from it. */
  private static List<TimeSignature> metres(VoiceSetting setting, int before) {
    List<TimeSignature> metres = new ArrayList<>();
    SungPhrase last = setting.phrases().get(0);
    metres.add(last.metre());
    for (SungPhrase phrase : setting.phrases().subList(1, setting.phrases().size())) {
      if (!last.leadsTo(phrase)) {
        int line = phrase.start() + (phrase.stepsPerBar() - phrase.place()) % phrase.stepsPerBar();
        // Bars that a phrase never came to are no one's.
        while (metres.size() > 1 && metres.get(metres.size() - 1).tick() >= ticks(before + line)) {
          metres.remove(metres.size() - 1);
        }
        metres.add(
            new TimeSignature(
                ticks(before + line), phrase.metre().numerator(), phrase.metre().denominator()));
      }
      last = phrase;
    }
    return metres;
  }

  private static long ticks(int steps) {
    return (long) steps * TICKS_PER_STEP;
  }
}
