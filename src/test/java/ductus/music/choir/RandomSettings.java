package ductus.music.choir;

import ductus.music.Key;
import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Settings by chance, for tests: any rhythm, phrases that return, notes across their ends. */
public final class RandomSettings {
  private RandomSettings() {}

  /** A setting of one to eight phrases. */
  public static VoiceSetting any(RandomGenerator random) {
    List<SungPhrase> phrases = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    int start = 0;
    TimeSignature metre = metre(random);
    int place = random.nextInt(metre.stepsPerBar(4));
    int count = 1 + random.nextInt(8);
    for (int p = 0; p < count; p++) {
      boolean returns = p > 0 && random.nextInt(3) == 0;
      int source = returns ? random.nextInt(p) : -1;
      if (random.nextInt(6) == 0) {
        metre = metre(random);
        place = random.nextInt(metre.stepsPerBar(4));
      }
      int length = returns ? phrases.get(source).length() : 1 + random.nextInt(80);
      boolean fermata = returns ? phrases.get(source).fermata() : random.nextInt(4) > 0;
      SungPhrase phrase = new SungPhrase(start, length, metre, place, fermata);
      phrases.add(phrase);
      sources.add(source);
      start += length;
      place = phrase.placeOf(phrase.end());
    }
    List<List<MelodyNote>> voices = new ArrayList<>();
    boolean whole = random.nextBoolean();
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      voices.add(voice(phrases, sources, voice == 0 || whole, random));
    }
    Key key = new Key(random.nextInt(12), List.of(Mode.values()).get(random.nextInt(6)));
    return new VoiceSetting(key, phrases, voices, 0);
  }

  private static TimeSignature metre(RandomGenerator random) {
    TimeSignature metre = Metres.ALL.get(random.nextInt(Metres.ALL.size()));
    return metre.fits(4) ? metre : metre(random);
  }

  private static List<MelodyNote> voice(
      List<SungPhrase> phrases, List<Integer> sources, boolean returns, RandomGenerator random) {
    List<MelodyNote> notes = new ArrayList<>();
    int end = phrases.get(phrases.size() - 1).end();
    int free = 0;
    for (int p = 0; p < phrases.size(); p++) {
      SungPhrase phrase = phrases.get(p);
      int source = sources.get(p);
      if (returns && source >= 0 && free <= phrase.start()) {
        SungPhrase from = phrases.get(source);
        for (MelodyNote note : List.copyOf(notes)) {
          if (note.onset() >= from.start() && note.end() <= from.end()) {
            notes.add(
                new MelodyNote(
                    note.onset() - from.start() + phrase.start(), note.length(), note.pitch()));
          }
        }
        free = phrase.end();
        continue;
      }
      while (free < phrase.end()) {
        int most = (random.nextInt(8) == 0 ? end : phrase.end()) - free;
        int length = Math.min(most, random.nextInt(10) == 0 ? 40 : 1 + random.nextInt(8));
        if (random.nextInt(8) > 0) {
          notes.add(new MelodyNote(free, length, 36 + random.nextInt(40)));
        }
        free += length;
      }
    }
    return notes;
  }
}
