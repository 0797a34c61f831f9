package org.alongside.story;

class StoryOnH2Test extends Story {
    @Override
    Object[] database() {
        return new Object[0];
    }
}
