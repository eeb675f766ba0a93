package ductus.ink.motion;

/** A straight line through points, by least squares. */
final class Regression {
  private int count;
  private double sumX;
  private double sumY;
  private double squares;
  private double products;

  void add(double x, double y) {
    count++;
    sumX += x;
    sumY += y;
    squares += x * x;
    products += x * y;
  }

  int count() {
    return count;
  }

  /** 0 where all points have one x. */
  double slope() {
    double spread = count * squares - sumX * sumX;
    return spread > 0 ? (count * products - sumX * sumY) / spread : 0;
  }

  double intercept() {
    return (sumY - slope() * sumX) / count;
  }
}
