/// How often one letter follows another in Arabic words: what tells Arabic from what only looks like it in another charset,
/// in another order, or decoded amiss.
///
/// - Units: half bits.
/// - Source: counted over the articles in Gold/own-*.jsonl, which were written for the project; `trainLetterPairs` counts
///   anew.
enum LetterPairs {
  /// What is no letter: where a word begins and ends.
  static let border = 0
  /// The border and the letters of the alphabet with its carriers of hamza.
  static let classes = 37

  /// How much likelier the pair is in Arabic than by chance.
  @inline(__always) static func gain(_ first: Int, _ second: Int) -> Int { gains[first * classes + second] }

  /// The class of an Arabic letter, the border for all else.
  @inline(__always) static func letter(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x621...0x63A: Int(scalar) - 0x620
    case 0x641...0x64A: Int(scalar) - 0x641 + 27
    default: border
    }
  }

  /// What may stand on or between letters and is no part of the pairs: signs of vowels and the long stroke.
  @inline(__always) static func isTransparent(_ scalar: UInt32) -> Bool {
    scalar == 0x640 || scalar >= 0x64B && scalar <= 0x655 || scalar == 0x670
  }

  /// The sum of the gains of a text.
  static func gain(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    var last = border
    var sum = 0
    for scalar in scalars where !isTransparent(scalar.value) {
      let letter = letter(scalar.value)
      if last != border || letter != border { sum += gain(last, letter) }
      last = letter
    }
    return last == border ? sum : sum + gain(last, border)
  }

  /// A pair of 37 classes has 10.4 half bits by chance.
  private static let gains: [Int] = costs.utf8.filter { $0 != 0x0A }.map { 10 - Int($0) + 0x30 }

  /// A row for the first of a pair, a column for the second, border first: `0` is what always follows, each sign after it
  /// half as likely in two steps.
  static let costs = """
    QQA8Q:Q48Q:?<<==A<@;>>C?D9?9<<97;=7Q;
    0FFFFFF;FC=FFFFFFFFFFFFFFFFFFFBCF>FFA
    BBBBBBBB5B<?BB4;9;B7BBBBBBB:BB5:8?BB?
    <KKKKKKK:G==;:;<@8>8=?<>E9?;=:<64?7@9
    @CCCCCC8CC6C;C@>C<C7;CCCCCCC;7:C@=2@@
    CHHHHHHH?H>9>>?;;:B9???;H:?;;=3=4HHH8
    :GGGGGG889<G=?G:G7GGGGD>G@GB=G:9;:=@2
    6:PLGP<P<D9===@:D8?;@>>?H;C==>3:8?=H=
    6LI<LAL5@<;DA9A:B7B@?@D>G8@D<>6<;;8C6
    0LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLHLLLLL
    4MI=DMA9:A;@<9>=C8@;:;=??:?99=<8;88>8
    4HHHHHH4?7>HHHHHH9HHHHHHHHHE@B598@>A6
    9JGCJJ=6=>7JJ?J9G89@JJJJJ>GCDG77897E5
    7JJJJJJ6<:99?JJ6@7>:D=:>@JJ;<999>B8E7
    9HHHHHH3;A7HCHH>B6A@@;?8HHH<HH59>C:H9
    3DI>LL@6<9<:BF?<L8G=ELLLL<E<=A<;<:7<6
    5FFFFFF5>A@FFFCFF9FFFFFFFFFCF66F?7?<5
    4MJ?BM96:8;E9>B;M>@;A?>?M??;<9@>>;9<6
    7AHHHHD5==?HE?H?H7E@HHHHH;DEEE<9>@:@2
    4KKA<KA68:6K@AB@K;KBKKK<K<K;><98;=9A6
    7HH;;HB5;?9HBA>=H5HHHHH?H;>:;:?9;7;?6
    9HHHHHH5:;@HH7C7H6HHH=HEH?>8HH78;H8C7
    5GGGGGD5:;<GA9D?G9GGGGGBG:A=GG<9<=7<4
    5HHAHHA5>9=HHECHH6H>@HHHH=A=9C6A8;8?8
    9DDDDDD8<;>DDDDDD5DDDDDDDDD:DD87>8=D3
    5KKKKKK6:::>DKK7D:?@=A=ACKKD:C598<9@9
    8FFFFFF4><<FFFF8>6<<CF>AFFFAFC9=;?6?5
    6HHBGAF6@:9KA>@:A9C=C@=@@<AC9B=@<>;;3
    6KKKKKK479:KKKK7E8EAA<?;F;K<EK9;<?9;7
    7JJEJJJ5<88<JCG:?8>:<GGJJDJ@J@9;:=5@6
    7IB9O<L7:;9=:;;;?;@9==C=E:?<:;;7;<988
    6NJE?NC5:9:@<;@;C:B9;;@>J8@=;<:=6<9D8
    2MMFIMB7<;:H>?D:=A@<?>E?<><;<@B@A::@7
    3JFJGJJ3?>=J>JJ;:7@JCJBJJJJJJD=8:C9@:
    8GD;N>N6:?;><=A:?88:?>;?D:?:9:678>@@9
    0CIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII
    4COCGOB7<6;@=?@;B7?9>A@@E=@;;=:;6<9K=
    """
}
