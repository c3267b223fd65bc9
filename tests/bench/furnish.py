# SPDX-License-Identifier: Apache-2.0
"""furnish.py STORIES.jsonl OUT.jsonl: puts a list of five headlines under every story, as the page of a paper has it.

Sixty stories in a row are a day, and a day has one list: headlines of other stories, drawn at random."""
import json
import random
import sys


def main(stories, out):
    with open(stories, encoding="utf-8") as rows:
        articles = [json.loads(row) for row in rows]
    with open(out, "w", encoding="utf-8") as rows:
        for number, article in enumerate(articles):
            draw = random.Random(number // 60)
            titles = [articles[draw.randrange(len(articles))]["title"].title() for _ in range(5)]
            article["text"] += "\n\n" + "\n".join(titles)
            rows.write(json.dumps(article) + "\n")


main(*sys.argv[1:])
