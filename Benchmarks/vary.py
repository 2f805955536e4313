#!/usr/bin/env python3
"""Make many articles of few: vary.py COPIES < articles.jsonl > more.jsonl

Every copy has other people, places and dates: words of the gazetteer's names are exchanged for others of their kind and years are
shifted, one way for each copy, so that copies tell of other contacts and the record grows as it would with other news.
"""
import json, os, random, re, sys

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Data', 'ar', 'gazetteer')


def words(name, column, keep=lambda row: True):
    rows = [line.rstrip('\n').split('\t') for line in open(os.path.join(DATA, name), encoding='utf-8') if line[0] != '#'][1:]
    return sorted({word for row in rows if keep(row) for word in row[column].split() if len(word) > 3})


def main():
    copies = int(sys.argv[1])
    articles = [json.loads(line) for line in sys.stdin]
    people = [w for w in words('person-names.tsv', 2) if not w.startswith('ال')]
    token = re.compile('[\u0621-\u064a]+|[0-9]{4}')
    for copy in range(copies):
        chance = random.Random(copy)
        other = people[:]
        chance.shuffle(other)
        exchange = dict(zip(people, other)) if copy else {}
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
