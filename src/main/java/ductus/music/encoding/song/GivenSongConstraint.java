package ductus.music.encoding.song;

import ductus.generate.Constraint;
import ductus.generate.Prompt;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a song to what is given of it: its tokens in their order, with {@link Prompt#OPEN} where
 * one token is left to the model and {@link #ANY} where it writes until the token that follows
 * there.
 *
 * @param given from the start token on; behind its end, all is left to the model
 */
public record GivenSongConstraint(List<Integer> given) implements Constraint {
  /** Stands for any number of tokens. */
  public static final int ANY = -2;

  /** The place of the tempo, behind which the length is said. */
  private static final int LAST_OF_HEADER = 4;

  /** Stands for the rest of the plan. */
  private static final int REST_OF_PLAN = -3;

  public GivenSongConstraint {
    given = List.copyOf(given);
  }

  /** What is given by the tune of a song, and its chords where they are; the piano is left open. */
  public static List<Integer> tune(int[] tokens, boolean withChords) {
    List<Integer> given = new ArrayList<>();
    boolean open = false;
    SongGrammar song = new SongGrammar();
    for (int token : tokens) {
      SongGrammar.Phase phase = song.phase();
      song.accept(token);
      boolean free =
          phase == SongGrammar.Phase.PIANO
              || (phase == SongGrammar.Phase.CHORDS
                  && !withChords
                  && !SongVocabulary.isMetre(token));
      boolean ends = token == SongVocabulary.BAR || token == SongVocabulary.TUNE;
      if (!free || ends) {
        if (open || (free && ends)) {
          given.add(ANY);
        }
        open = false;
        given.add(token);
      } else {
        open = true;
      }
    }
    return given;
  }

  /** What is given by a song that goes on: its plan and its bars, but not its length. */
  public static List<Integer> beginning(int[] tokens) {
    List<Integer> given = new ArrayList<>();
    SongGrammar song = new SongGrammar();
    for (int token : tokens) {
      SongGrammar.Phase phase = song.phase();
      boolean length = phase == SongGrammar.Phase.HEADER && song.headerDone() > LAST_OF_HEADER;
      song.accept(token);
      if (phase == SongGrammar.Phase.END) {
        break;
      }
      given.add(length ? Prompt.OPEN : token);
      if (phase == SongGrammar.Phase.PLAN && song.phase() != SongGrammar.Phase.PLAN) {
        given.add(REST_OF_PLAN);
      }
    }
    return given;
  }

  /** The number of bars that are given. */
  public static int bars(List<Integer> given) {
    return (int) given.stream().filter(token -> token == SongVocabulary.BAR).count();
  }

  /** Whether the song goes on behind what is given. */
  public static boolean goesOn(List<Integer> given) {
    return !given.contains(SongVocabulary.END);
  }

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    SongGrammar song = new SongGrammar();
    int next = 0;
    for (int t = 0; t < length && next < given.size(); t++) {
      next = skippedPlan(next, song);
      if (next == given.size()) {
        break;
      }
      int wanted = given.get(next);
      if (wanted == REST_OF_PLAN) {
        song.accept(tokens[t]);
        continue;
      }
      if (wanted == ANY) {
        next += tokens[t] == given.get(next + 1) ? 2 : 0;
      } else {
        next++;
      }
      song.accept(tokens[t]);
    }
    next = skippedPlan(next, song);
    if (next < given.size() && given.get(next) >= 0) {
      Constraint.keep(allowed, given.get(next));
    } else if (next < given.size() && given.get(next) == ANY) {
      // The bars are those of what is given.
      Constraint.keep(allowed, token -> !SongVocabulary.isMetre(token));
    }
  }

  private int skippedPlan(int next, SongGrammar song) {
    boolean planned = song.phase() != SongGrammar.Phase.PLAN;
    return next < given.size() && given.get(next) == REST_OF_PLAN && planned ? next + 1 : next;
  }
}
