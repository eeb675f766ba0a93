package ductus.music.encoding.song;

import ductus.model.Encoding;
import ductus.music.encoding.song.SongGrammar.Phase;

/** Follows a song, token by token; tokens that the grammar does not allow leave it as it is. */
final class SongCursor implements Encoding.Cursor {
  private static final int STEPS_A_BEAT = 4;

  private final SongGrammar song = new SongGrammar();
  private final SongFeatures features = new SongFeatures(song);

  @Override
  public void features(int[] into) {
    features.write(into);
  }

  @Override
  public boolean allows(int token) {
    return song.allows(token);
  }

  @Override
  public void accept(int token) {
    if (song.allows(token)) {
      features.before(token);
      song.accept(token);
    }
  }

  @Override
  public boolean ended() {
    return song.phase() == Phase.OVER;
  }

  /** Beats to the beginning of the bar that is written: within it, time goes three times. */
  @Override
  public int beat() {
    return song.memory().barCount() == 0 ? 0 : song.memory().start(song.bar()) / STEPS_A_BEAT;
  }

  /** What is known of the song. */
  SongGrammar song() {
    return song;
  }
}
