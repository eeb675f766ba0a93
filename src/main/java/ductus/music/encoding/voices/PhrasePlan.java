package ductus.music.encoding.voices;

import ductus.music.MelodyNote;
import ductus.music.choir.CadenceFinder;
import ductus.music.choir.SungPhrase;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.PlannedPhrase.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the plan of a setting: how its phrases end, and which come back. */
final class PhrasePlan {
  private PhrasePlan() {}

  /** The phrases of a setting as they are planned. */
  static List<PlannedPhrase> of(VoiceSetting setting) {
    CadenceFinder cadences = new CadenceFinder(setting);
    List<SungPhrase> phrases = setting.phrases();
    List<PlannedPhrase> plan = new ArrayList<>(phrases.size());
    for (int p = 0; p < phrases.size(); p++) {
      SungPhrase sung = phrases.get(p);
      int whole = earlier(setting, p, VoiceSetting.VOICES);
      int tune = whole >= 0 ? whole : earlier(setting, p, 1);
      Relation relation = whole >= 0 ? Relation.RETURN : tune >= 0 ? Relation.TUNE : Relation.NEW;
      plan.add(
          new PlannedPhrase(sung, relation, tune, cadences.cadence(sung), cadences.degree(sung)));
    }
    return plan;
  }

  /** The last earlier phrase in which some voices, from the top, sing the same; −1 for none. */
  private static int earlier(VoiceSetting setting, int phrase, int voices) {
    List<Integer> compared = IntStream.range(0, voices).boxed().toList();
    boolean sings =
        compared.stream()
            .noneMatch(
                voice ->
                    notes(setting.voices().get(voice), setting.phrases().get(phrase)).isEmpty());
    for (int p = phrase - 1; sings && p >= Math.max(0, phrase - VoicesVocabulary.RETURNS); p--) {
      if (returns(setting, phrase, p, compared)) {
        return p;
      }
    }
    return -1;
  }

  /** Whether a phrase is as long as an earlier one, and some voices sing the same in both. */
  static boolean returns(VoiceSetting setting, int phrase, int earlier, List<Integer> voices) {
    SungPhrase own = setting.phrases().get(phrase);
    SungPhrase other = setting.phrases().get(earlier);
    return other.length() == own.length()
        && other.fermata() == own.fermata()
        && isClosed(setting, own)
        && isClosed(setting, other)
        && voices.stream()
            .map(setting.voices()::get)
            .allMatch(line -> notes(line, own).equals(notes(line, other)));
  }

  /** Whether no voice sings across either end. */
  static boolean isClosed(VoiceSetting setting, SungPhrase phrase) {
    return setting.voices().stream()
        .flatMap(List::stream)
        .noneMatch(
            note ->
                (note.onset() < phrase.start() && note.end() > phrase.start())
                    || (note.onset() < phrase.end() && note.end() > phrase.end()));
  }

  private static List<MelodyNote> notes(List<MelodyNote> line, SungPhrase phrase) {
    return line.stream()
        .filter(note -> note.onset() >= phrase.start() && note.onset() < phrase.end())
        .map(note -> new MelodyNote(note.onset() - phrase.start(), note.length(), note.pitch()))
        .toList();
  }
}
