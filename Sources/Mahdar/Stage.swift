/// One step of the pipeline: typed in, typed out. It never throws, for any text is valid input.
public protocol Stage<Input, Output>: Sendable {
  associatedtype Input
  associatedtype Output
  /// The step's name in timings and explanations.
  static var name: String { get }
  func callAsFunction(_ input: Input) -> Output
}
