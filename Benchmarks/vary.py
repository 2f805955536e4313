#!/usr/bin/env python3
"""Make many articles of few: vary.py COPIES < articles.jsonl > more.jsonl

Every copy has other people, countries and dates: words of the gazetteer's names are exchanged for others of their kind and years
are shifted, one way for each copy, so that copies tell of other contacts and the record grows as it would with other news.
"""
import json, os, random, re, sys

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Data', 'ar', 'gazetteer')


def words(name, column, keep=lambda row: True):
    rows = [line.rstrip('\n').split('\t') for line in open(os.path.join(DATA, name), encoding='utf-8') if line[0] != '#'][1:]
    return sorted({word for row in rows if keep(row) for word in row[column].split() if len(word) > 3})


def countries():
    """The words that tell a country: {use: {country: [words]}}, of countries that have a word of each use."""
    uses = {'name': {}, 'capital': {}, 'nisba': {}, 'nisba-f': {}}
    for line in open(os.path.join(DATA, 'country-names.tsv'), encoding='utf-8'):
        country, use, word = (line.rstrip('\n').split('\t') + ['', ''])[:3]
        use = 'name' if use == 'alias' else use
        if use in uses and ' ' not in word and len(word) > 2:
            uses[use].setdefault(country, []).append(word)
    every = set.intersection(*(set(words) for words in uses.values()))
    return {use: {country: words[country] for country in sorted(every)} for use, words in uses.items()}


PREFIXES = ('', 'و', 'ب', 'ل', 'ف', 'ال', 'وال', 'بال', 'لل', 'فال')


def main():
    copies = int(sys.argv[1])
    articles = [json.loads(line) for line in sys.stdin]
    people = [w for w in words('person-names.tsv', 2) if not w.startswith('ال')]
    uses = countries()
    states = sorted(uses['name'])
    token = re.compile('[\u0621-\u064a]+|[0-9]{4}')
    for copy in range(copies):
        chance = random.Random(copy)
        other = people[:]
        chance.shuffle(other)
        exchange = dict(zip(people, other)) if copy else {}
        others = states[:]
        chance.shuffle(others)
        for state, instead in zip(states, others) if copy else ():
            for words_of in uses.values():
                exchange.update((prefix + word, prefix + words_of[instead][0]) for word in words_of[state] for prefix in PREFIXES)
        shift = copy % 40 - 20

        def vary(match):
            word = match.group()
            if word.isdigit():
                return str(int(word) + shift) if 1980 <= int(word) <= 2030 else word
            return exchange.get(word, word)

        for article in articles:
            made = dict(article, id=f"{article['id']}-{copy}")
            for field in ('title', 'text'):
                if made.get(field):
                    made[field] = token.sub(vary, made[field])
            if made.get('published'):
                made['published'] = str(int(made['published'][:4]) + shift) + made['published'][4:]
                if made['published'][5:10] == '02-29':
                    made['published'] = made['published'][:8] + '28' + made['published'][10:]
            print(json.dumps(made, ensure_ascii=False))


if __name__ == '__main__':
    main()
