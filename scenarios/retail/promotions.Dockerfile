FROM node:24-slim
WORKDIR /app
COPY services/package.json services/
RUN npm install --prefix services --omit=dev --no-audit --no-fund
COPY services/promotions.js services/
USER node
CMD ["node", "services/promotions.js"]
