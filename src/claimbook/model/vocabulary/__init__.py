"""The words records are written in: every code with its label and one plain sentence.

This is the only place where a label, an explanation, an icon or a colour of a code stands.
Badges, filters, exports, the glossary and the methods page all read it from here. One module for
each thing that is described: claims, ratings, evidence, studies, articles.
"""
