package ductus.studio.write;

import ductus.file.BadFileException;
import ductus.ink.page.Page;
import ductus.studio.web.RequestException;
import ductus.studio.write.WritingHands.PreparedLetter;
import ductus.task.handwriting.page.TextWriting;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Shows a letter while it is typed: what {@link DraftWriter} would write, of which only the lines
 * are drawn that are new. A newer request of the same desk ends the one under way.
 */
final class LiveWriter {
  private static final int MOST_DESKS = 64;
  private static final int SUPERSEDED = 409;

  private final WritingHands hands;
  private final TextWriting writing;

  /** The latest request of each desk. */
  private final Map<String, Long> latest = new LinkedHashMap<>(16, 0.75f, true);

  private long requests;

  /** The request that is being drawn; written under the lock of this object. */
  private volatile Turn drawn = new Turn("", 0);

  private record Turn(String desk, long number) {}

  LiveWriter(WritingHands hands, String programVersion, int threads) {
    this.hands = hands;
    writing = new TextWriting(programVersion, threads, hands.memory(), characters -> goOn());
  }

  /** Ends what is drawn for a desk. */
  void stop(String desk) {
    turn(desk);
  }

  private Turn turn(String desk) {
    synchronized (latest) {
      requests++;
      latest.put(desk, requests);
      if (latest.size() > MOST_DESKS) {
        latest.remove(latest.keySet().iterator().next());
      }
      return new Turn(desk, requests);
    }
  }

  private boolean isLatest(Turn turn) {
    synchronized (latest) {
      return Long.valueOf(turn.number()).equals(latest.get(turn.desk()));
    }
  }

  private void goOn() {
    if (!isLatest(drawn)) {
      throw new CancellationException();
    }
  }

  /**
   * Draws what is new, and shows the pages.
   *
   * @throws RequestException if something newer was asked meanwhile
   */
  LiveView view(LiveRequest asked) throws BadFileException, IOException {
    Turn turn = turn(asked.desk());
    PreparedLetter letter = hands.prepared(asked.letter());
    return LiveView.of(letter, pages(turn, letter), asked.known());
  }

  private synchronized List<Page> pages(Turn turn, PreparedLetter letter)
      throws BadFileException, IOException {
    drawn = turn;
    try {
      goOn();
      return writing.pages(letter.model(), letter.request()).pages();
    } catch (CancellationException superseded) {
      throw new RequestException(SUPERSEDED, "something newer was asked meanwhile");
    }
  }
}
