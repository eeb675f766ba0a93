package ductus.music.encoding.poly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import ductus.music.frames.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FrameLookbackTest {
  @Test
  void findsTheLatestOfTheLongestRunsOfSameFrames() {
    FrameLookback recall = new FrameLookback(Frame::highest);
    for (int pitch : new int[] {60, 62, 64, 60, 62, 65, 62, 67, 60, 62}) {
      recall.add(Frame.of(pitch));
    }
    assertEquals(3, recall.size());
    int best = recall.best();
    assertEquals(2, recall.length(best));
    assertEquals(Frame.of(65), recall.next(best));
    int second = recall.secondBest(Frame.NONE, best);
    assertEquals(2, recall.length(second));
    assertEquals(Frame.of(64), recall.next(second));
  }

  @Test
  void keepsPlacesThatAgreeWithWhatHasBegun() {
    FrameLookback recall = new FrameLookback(Frame::lowest);
    for (Frame frame :
        List.of(Frame.of(50), Frame.of(60, 64), Frame.of(50), Frame.of(60, 65), Frame.of(50))) {
      recall.add(frame);
    }
    assertEquals(2, recall.size());
    recall.keep(Frame.of(60), 60);
    assertEquals(2, recall.size());
    recall.keep(Frame.of(60, 64), 64);
    assertEquals(1, recall.size());
    assertEquals(Frame.of(60, 64), recall.next(0));
    recall.keep(Frame.of(60, 64, 70), 70);
    assertEquals(0, recall.size());
    assertEquals(-1, recall.best());
  }

  @Test
  void countsRunsAsOneWouldByHand() {
    for (int seed = 0; seed < 100; seed++) {
      RandomGenerator random = Seeded.random(seed);
      FrameLookback recall = new FrameLookback(Frame::highest);
      List<Integer> tops = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        tops.add(60 + random.nextInt(3));
        recall.add(Frame.of(tops.get(i)));
      }
      int longest = 0;
      for (int end = 0; end < tops.size() - 1; end++) {
        int run = 0;
        while (run <= end && tops.get(end - run).equals(tops.get(tops.size() - 1 - run))) {
          run++;
        }
        longest = Math.max(longest, run);
      }
      assertEquals(longest, recall.best() < 0 ? 0 : recall.length(recall.best()), "seed " + seed);
    }
  }
}
