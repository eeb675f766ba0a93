package ductus.lab.trial;

/** Waits for nothing. */
public final class QuietTrial implements TrialContext.TrialListener {
  @Override
  public boolean isStopping() {
    return false;
  }

  @Override
  public void reached(double share, String note) {}
}
