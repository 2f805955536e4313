import ArgumentParser

struct Articles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the articles of the store; show, replace or take out one.",
    discussion: """
      Examples:
        mahdar articles --outlet Okaz --between 2019-01..2019-03
        mahdar articles --undated
        mahdar articles show 2019-05-14-sochi.txt
        mahdar articles remove a17 --reason 'a forgery'
      """,
    subcommands: [ArticlesList.self, ArticlesShow.self, ArticlesReplace.self, ArticlesRemove.self],
    defaultSubcommand: ArticlesList.self)
}
