package ductus.task;

import ductus.corpus.ReadingListener;
import java.util.List;

/** Stages of a preparation that keep what they are told. */
public final class HeardStages {
  private HeardStages() {}

  /** Stages that add what they hear to some notices. */
  public static Preparing.Stages into(List<String> notices) {
    return new Preparing.Stages() {
      @Override
      public ReadingListener begin(String stage) {
        return ReadingListener.NONE;
      }

      @Override
      public void notice(String words) {
        notices.add(words);
      }
    };
  }
}
